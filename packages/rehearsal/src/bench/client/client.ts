import path from 'node:path';
import { loadResult, type LoadJob, type LoadResult } from '#bench/client/jobs.js';
import { startOwnProcess } from '#load/own-process.js';

/** The load client, in a process of its own. */
export interface Client {
  /** Signs a token for each of them. */
  know(ids: readonly string[], jwtSecret: string): Promise<void>;
  run(job: LoadJob): Promise<LoadResult>;
  stop(): Promise<void>;
}

export function startClient(): Client {
  const child = startOwnProcess(path.join(import.meta.dirname, 'main.js'));
  return {
    async know(ids, jwtSecret) {
      await child.do({ kind: 'readers', ids, jwtSecret });
    },
    async run(job) {
      return loadResult.parse(await child.do(job));
    },
    stop: () => child.stop(),
  };
}
