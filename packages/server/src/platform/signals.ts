import { once } from 'node:events';
import { StartupError } from '#platform/startup-error.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const cleanups = new Set<() => Promise<void>>();

/** Registers what must not be left behind when the process ends before its work has. */
export function beforeForcedExit(cleanup: () => Promise<void>): void {
  cleanups.add(cleanup);
}

/**
 * Aborts at Ctrl-C, SIGTERM or when the terminal closes, and ends the process when it has not ended by itself
 * `patienceMs` later. Signals that follow are ignored: npm passes on the Ctrl-C that the terminal has sent us already.
 */
export function listenForStop(patienceMs: number): AbortSignal {
  const told = new AbortController();
  const tell = () => {
    if (told.signal.aborted) return;
    told.abort(new StartupError('Stopped.'));
    setTimeout(() => void forceExit(patienceMs), patienceMs).unref();
  };
  for (const signal of SIGNALS) process.on(signal, tell);
  return told.signal;
}

/** Resolves once the signal is aborted. */
export async function untilTold(told: AbortSignal): Promise<void> {
  if (!told.aborted) await once(told, 'abort');
}

async function forceExit(patienceMs: number): Promise<void> {
  if (patienceMs > 0) {
    console.error(`Not done within ${patienceMs / 1000} s; ending now. Nothing is lost: unanswered readers ask again.`);
  }
  await Promise.all([...cleanups].map((cleanup) => cleanup()));
  process.exit(130);
}
