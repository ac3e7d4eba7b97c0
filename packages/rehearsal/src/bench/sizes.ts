import type { BenchOptions } from '#bench/results.js';

/** How much of everything a run takes. */
export interface Sizes {
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly connections: number;
  /** More than any variant can serve in one measurement. */
  readonly readers: number;
  /** Passes of the drop in which 20 readers come for each. */
  readonly dropPasses: number;
  /** How long load runs before everything is killed. */
  readonly killAfterSeconds: number;
}

export const READERS_PER_PASS = 20;
const DROP_PASSES = 1000;
const READERS_MAX = 200_000;

export function sizesOf({ seconds, connections, quick }: BenchOptions): Sizes {
  if (quick) {
    const dropPasses = 20;
    return { seconds: 0.3, warmUpSeconds: 0.1, connections, readers: 3000, dropPasses, killAfterSeconds: 0.3 };
  }
  const readers = Math.min(READERS_MAX, Math.max(12_000 * seconds, READERS_PER_PASS * DROP_PASSES));
  return { seconds, warmUpSeconds: 0.5, connections, readers, dropPasses: DROP_PASSES, killAfterSeconds: 1.5 };
}
