import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { nodeFlags } from '@pagedrop/server/platform/node-flags.js';
import type { RunningVariant } from '#bench/variants/variant.js';

/** How much of what a server said is kept for when it fails. */
const KEPT = 4000;
const PATIENCE_MS = 10_000;

/** Runs a server program with what ours is started with, and waits until it says where it is open. What else it says is shown only when it fails. */
export async function startServer(
  program: string,
  env: Readonly<Record<string, string>>,
): Promise<RunningVariant & { kill(): Promise<void> }> {
  const child = spawn(process.execPath, [...nodeFlags, program], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', LOG_LEVEL: 'warn', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => (output = (output + text.toString()).slice(-KEPT)));
  }
  const ended = once(child, 'close').then(() => true); // with the last of its output
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    const late = setTimeout(PATIENCE_MS, false, { ref: false });
    if (await Promise.race([ended, late])) return;
    child.kill('SIGKILL');
    await ended;
  };
  for (;;) {
    const address = /is open: (http:\S+)/.exec(output)?.[1];
    if (address !== undefined) {
      return {
        address: new URL('/graphql', address).href,
        pids: [child.pid ?? 0],
        stop: () => end('SIGTERM'),
        kill: () => end('SIGKILL'),
      };
    }
    if (await Promise.race([ended, setTimeout(20, false)])) throw new Error(`${program} did not start: ${output}`);
  }
}
