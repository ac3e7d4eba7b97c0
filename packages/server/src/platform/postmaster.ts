import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort } from '#platform/free-port.js';
import { runPostgresTool } from '#platform/postgres-binaries.js';
import { StartupError } from '#platform/startup-error.js';

const MAJOR_VERSION = '18';

/** A PostgreSQL that runs on a data folder now. */
export interface Postmaster {
  readonly port: number;
}

/** How long a PostgreSQL that has written its number may take to open its port. */
const OPENING_MS = 2000;

/**
 * Reads `postmaster.pid`. A file whose process is gone, or is another program that got the same number
 * since (another PostgreSQL too: it has another port), is stale: it is removed, because PostgreSQL itself
 * would refuse to start over the second kind. Ask in turn (`inTurn`), or the file may be one that was written just now.
 * Should one run on the folder after all, its own lock keeps a second out.
 */
export async function runningPostmaster(folder: string): Promise<Postmaster | undefined> {
  const file = path.join(folder, 'postmaster.pid');
  const lines = readLines(file);
  if (!lines) return undefined;
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (pid > 0 && port > 0 && isPostgres(pid) && (await opens(port))) return { port };
  rmSync(file, { force: true });
  return undefined;
}

/** Starts PostgreSQL on the folder, which is made when there is none. Ask in turn. */
export async function startPostmaster(folder: string): Promise<Postmaster> {
  if (!existsSync(path.join(folder, 'PG_VERSION'))) await initialise(folder);
  const version = readFileSync(path.join(folder, 'PG_VERSION'), 'utf8').trim();
  if (version !== MAJOR_VERSION) {
    throw new StartupError(
      `${folder} was made by PostgreSQL ${version}; this Pagedrop brings ${MAJOR_VERSION}. ` +
        'Dump it with the old version and restore it here, or set DATA_DIR to another folder.',
    );
  }
  const port = await freePort();
  const log = path.join(path.dirname(folder), 'postgres.log');
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=270 -c shared_buffers=256MB`;
  const args = ['start', '-D', folder, '-w', '-t', '60', '-l', log, '-o', settings];
  const { status } = await runPostgresTool('pg_ctl', args, { folder, file: log });
  if (status !== 0)
    throw new StartupError(`The embedded PostgreSQL did not start; the reason stands at the end of ${log}`);
  return { port };
}

/** Stops the PostgreSQL of the folder, if one runs. What does not end in half a minute ends at once; the next start recovers. */
export async function stopPostmaster(folder: string): Promise<void> {
  for (const mode of ['fast', 'immediate']) {
    if (!existsSync(path.join(folder, 'postmaster.pid'))) return;
    await runPostgresTool('pg_ctl', ['stop', '-D', folder, '-m', mode, '-w', '-t', '30'], { folder });
  }
}

/** Made beside its place and moved there when whole, so that a kill in the middle leaves nothing half-made. */
async function initialise(folder: string): Promise<void> {
  const passwordFile = path.join(path.dirname(folder), 'postgres-password');
  const unfinished = mkdtempSync(`${folder}.unfinished-`); // its own, because an initdb whose starter was killed goes on
  const args = ['-D', unfinished, '-U', 'pagedrop', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8'];
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  try {
    const { status, output } = await runPostgresTool('initdb', [...args, ...locale], {
      folder: unfinished,
      file: passwordFile,
    });
    if (status !== 0) throw new StartupError(`The embedded PostgreSQL could not be initialised:\n${output}`);
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function readLines(file: string): string[] | undefined {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return undefined;
  }
}

function isPostgres(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' });
  return typeof stdout === 'string' ? stdout.includes('postgres') : isAlive(pid); // no `ps` here: the number has to do
}

async function opens(port: number): Promise<boolean> {
  for (const deadline = Date.now() + OPENING_MS; Date.now() < deadline; await setTimeout(100)) {
    const socket = connect(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      return true;
    } catch {
      // refused: not yet, or not at all
    } finally {
      socket.destroy();
    }
  }
  return false;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
