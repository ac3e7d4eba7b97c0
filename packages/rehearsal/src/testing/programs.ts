import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

const MAIN = path.resolve(import.meta.dirname, '../../dist/rehearse/main.js');

const running = new Set<() => Promise<unknown>>();

/** Breaks off, with all that they would clean up, the rehearsals that a test which failed left running. */
export async function endRehearsals(): Promise<void> {
  await Promise.all([...running].map((end) => end()));
}

/** `npm run rehearse`, as it was built, with nobody at the terminal. */
export function startRehearsal(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
  const ended = once(child, 'close').then(() => {
    running.delete(end);
    return { code: child.exitCode, output };
  });
  const end = () => {
    child.kill('SIGINT');
    return ended;
  };
  running.add(end);
  return {
    ended,
    output: () => output,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    /** Waits until it has printed this; throws when it ends without. */
    async says(text: string): Promise<void> {
      const over = ended.then(() => true);
      while (!output.includes(text)) {
        if ((await Promise.race([over, setTimeout(20, false)])) && !output.includes(text)) throw new Error(output);
      }
    },
  };
}
