import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** A PostgreSQL that runs on a data folder now. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** How long a PostgreSQL that has written its number may take to open its port. */
const OPENING_MS = 2000;

/**
 * Reads `postmaster.pid`. A file whose process is gone, or is another program that got the same number
 * since (another PostgreSQL too: it has another port), is stale: it is removed, because PostgreSQL itself
 * would refuse to start over the second kind. Should one run on the folder after all, its own lock keeps a second out.
 */
export async function runningPostmaster(folder: string): Promise<Postmaster | undefined> {
  const file = path.join(folder, 'postmaster.pid');
  const lines = readLines(file);
  if (!lines) return undefined;
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (pid > 0 && port > 0 && isPostgres(pid) && (await opens(port))) return { pid, port };
  rmSync(file, { force: true });
  return undefined;
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
