import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { Logger } from '#platform/logging.js';
import { StartupError } from '#platform/startup-error.js';
import { workerReport } from '#platform/workers/worker-report.js';

/** Who dies sooner may do it again and again. */
const YOUNG_MS = 10_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

export interface KeptWorker {
  /** The address of the first one, once it serves; rejects with why it does not. */
  readonly opened: Promise<string>;
  /** Resolves when none runs and none will: after `stopping`, or when the first one never opened. */
  readonly ended: Promise<void>;
}

/** Keeps one worker running: whenever it ends, another takes its place, after a pause that grows while they die young. */
export function keepWorker(env: Record<string, string>, stopping: AbortSignal, logger: Logger): KeptWorker {
  const opening = Promise.withResolvers<string>();
  return { opened: opening.promise, ended: keep() };

  async function keep(): Promise<void> {
    let hasOpened = false;
    let youngDeaths = 0;
    while (!stopping.aborted) {
      const startedAt = performance.now();
      const death = await liveAndDie(env, (address) => {
        hasOpened = true;
        opening.resolve(address);
      });
      if (!hasOpened)
        opening.reject(new StartupError(death.reason ?? `A worker ended before it was open (${death.how}).`));
      if (stopping.aborted || !hasOpened) return;

      youngDeaths = performance.now() - startedAt < YOUNG_MS ? youngDeaths + 1 : 0;
      const pauseMs = youngDeaths === 0 ? 0 : Math.min(FIRST_PAUSE_MS * 2 ** (youngDeaths - 1), LONGEST_PAUSE_MS);
      const next = pauseMs === 0 ? 'now' : `in ${pauseMs / 1000} s`;
      logger.error(
        { worker: death.pid, reason: death.reason },
        `a worker ended (${death.how}); another starts ${next}`,
      );
      await setTimeout(pauseMs, undefined, { signal: stopping }).catch(() => undefined);
    }
  }
}

interface Death {
  readonly pid: number | undefined;
  /** For example `SIGKILL` or `exit code 1`. */
  readonly how: string;
  /** What the worker said itself. */
  readonly reason: string | undefined;
}

async function liveAndDie(env: Record<string, string>, onOpen: (address: string) => void): Promise<Death> {
  const worker = cluster.fork(env);
  let reason: string | undefined;
  worker.on('message', (message: unknown) => {
    const { data } = workerReport.safeParse(message);
    if (data && 'open' in data) onOpen(data.open);
    if (data && 'failed' in data) reason = data.failed;
  });
  return { pid: worker.process.pid, how: await endOf(worker), reason };
}

async function endOf(worker: Worker): Promise<string> {
  try {
    const [code, signal]: unknown[] = await once(worker, 'exit');
    return typeof signal === 'string' ? signal : `exit code ${String(code)}`;
  } catch (error) {
    return String(error); // there never was a process
  }
}
