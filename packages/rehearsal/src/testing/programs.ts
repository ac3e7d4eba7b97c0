import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

const MAIN = path.resolve(import.meta.dirname, '../../dist/rehearse/main.js');

/** `npm run rehearse`, as it was built, with nobody at the terminal. */
export function startRehearsal(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, output }));
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
