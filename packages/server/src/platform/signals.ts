import { once } from 'node:events';

const PATIENCE_MS = 15_000;

/**
 * Resolves at Ctrl-C, SIGTERM or when the terminal closes. From then on the process has 15 seconds to end by itself.
 * Signals that follow are ignored: npm passes on the Ctrl-C that the terminal has sent us already.
 */
export async function untilToldToStop(): Promise<void> {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, () => undefined);
  await Promise.race(signals.map((signal) => once(process, signal)));
  setTimeout(() => {
    console.error(
      `Not done within ${PATIENCE_MS / 1000} s; ending now. Nothing is lost: unanswered readers ask again.`,
    );
    process.exit(1);
  }, PATIENCE_MS).unref();
}
