import { z } from 'zod';
import { Histogram } from '#statistics/histogram.js';

/** The outcome of a request whose answer is not known: cut off, timed out, or not HTTP. */
export const UNKNOWN = 'unknown';

const histogramData = z.object({ buckets: z.array(z.number()).readonly(), max: z.number() });

/** What a load saw, as it travels between processes and into a file. */
export const recording = z.object({
  /** From the first request to the last answer. */
  seconds: z.number(),
  /** CPU time of the client's own process, all threads. */
  cpuSeconds: z.number(),
  /** Latencies in µs by outcome. */
  outcomes: z.record(z.string(), histogramData),
  /** Why answers are unknown, and how often. */
  reasons: z.record(z.string(), z.number()),
});
export type Recording = z.infer<typeof recording>;

/** Counts outcomes and their latencies while a load runs. */
export class Recorder {
  readonly #histograms = new Map<string, Histogram>();
  readonly #reasons = new Map<string, number>();
  readonly #cpu = process.cpuUsage();
  readonly #startedAt = performance.now();
  #lastAt = this.#startedAt;

  /** Takes the time now. `sinceMs` is on the clock of `performance.now()`. */
  record(outcome: string, sinceMs: number): void {
    this.#lastAt = performance.now();
    let histogram = this.#histograms.get(outcome);
    if (!histogram) this.#histograms.set(outcome, (histogram = new Histogram()));
    histogram.record((this.#lastAt - sinceMs) * 1000);
  }

  recordUnknown(reason: string, sinceMs: number): void {
    this.record(UNKNOWN, sinceMs);
    this.#reasons.set(reason, (this.#reasons.get(reason) ?? 0) + 1);
  }

  /** Requests answered so far with this outcome; all of them when none is named. */
  count(outcome?: string): number {
    if (outcome !== undefined) return this.#histograms.get(outcome)?.count ?? 0;
    return [...this.#histograms.values()].reduce((sum, { count }) => sum + count, 0);
  }

  finish(): Recording {
    const { user, system } = process.cpuUsage(this.#cpu);
    return {
      seconds: (this.#lastAt - this.#startedAt) / 1000,
      cpuSeconds: (user + system) / 1e6,
      outcomes: Object.fromEntries([...this.#histograms].map(([name, histogram]) => [name, histogram.toData()])),
      reasons: Object.fromEntries(this.#reasons),
    };
  }
}

/** The latencies of one outcome, or of several together. */
export function latencies({ outcomes }: Recording, ...names: readonly string[]): Histogram {
  const all = new Histogram();
  for (const name of names) {
    const data = outcomes[name];
    if (data) all.add(data);
  }
  return all;
}
