import cluster from 'node:cluster';
import { once } from 'node:events';
import type { Logger } from '#platform/logging.js';
import { beforeForcedExit } from '#platform/signals.js';
import { keepWorker } from '#platform/workers/keep-worker.js';

export interface WorkersOptions {
  readonly count: number;
  /** The module that each runs. */
  readonly file: string;
  /** Added to our own environment. Secrets travel here: arguments can be read by everybody on the machine. */
  readonly env: Record<string, string>;
  readonly logger: Logger;
}

/** Processes that serve on one port. */
export interface Workers {
  readonly address: string;
  /** Tells all to stop, and resolves when none is left. */
  stop(): Promise<void>;
}

/**
 * Starts the workers and waits until all serve. From then on one that ends is replaced.
 * @param told ends the waiting
 * @throws StartupError when one of them does not open; none is left then
 */
export async function openWorkers({ count, file, env, logger }: WorkersOptions, told: AbortSignal): Promise<Workers> {
  // All take connections from one queue, whoever is free first: docs/decisions/0009.
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  cluster.setupPrimary({ exec: file });
  const stopping = new AbortController();
  const workers = Array.from({ length: count }, () => keepWorker(env, stopping.signal, logger));
  const stop = async () => {
    stopping.abort();
    signalAll('SIGTERM');
    await Promise.all(workers.map(({ ended }) => ended));
  };
  beforeForcedExit(async () => signalAll('SIGKILL'));

  try {
    const interrupted = once(told, 'abort').then(() => told.throwIfAborted());
    await Promise.race([Promise.all(workers.map(({ opened }) => opened)), interrupted]);
    const address = await Promise.race(workers.map(({ opened }) => opened));
    return { address, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function signalAll(signal: NodeJS.Signals): void {
  for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill(signal);
}
