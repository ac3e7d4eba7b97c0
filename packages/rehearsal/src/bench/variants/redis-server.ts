import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '@pagedrop/server/platform/free-port.js';

/** How much a Redis keeps: snapshots now and then, as it comes, or every write in a file that is flushed each second. */
export const PERSISTENCE = {
  snapshots: [],
  'append-only file': ['--appendonly', 'yes', '--appendfsync', 'everysec'],
} as const satisfies Record<string, readonly string[]>;
export type Persistence = keyof typeof PERSISTENCE;

/** More than it says until it is ready, or why it isn't. */
const KEPT = 20_000;

export interface RunningRedis {
  readonly url: string;
  readonly pid: number;
  /** At once, as when the power goes; what was written stays in the folder. */
  kill(): Promise<void>;
}

/** Why there is no Redis here; undefined when there is one. */
export function whyNoRedis(): string | undefined {
  return spawnSync('redis-server', ['--version']).status === 0
    ? undefined
    : 'left out: there is no redis-server on this machine';
}

/** A Redis of our own whose data is in `folder`. */
export async function startRedis(folder: string, persistence: Persistence): Promise<RunningRedis> {
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, ...PERSISTENCE[persistence]];
  const child = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = once(child, 'exit');
  const ready = Promise.withResolvers<void>();
  let output = '';
  child.stdout.on('data', (text: Buffer) => {
    if (output.length < KEPT) output += text.toString(); // read on to the end: a full pipe would stop it
    if (output.includes('Ready to accept connections')) ready.resolve();
  });
  await Promise.race([ready.promise, ended]);
  if (child.exitCode !== null) throw new Error(`redis-server did not start: ${output}`);
  return {
    url: `redis://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
