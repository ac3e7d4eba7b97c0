import type { Pool } from 'pg';
import { v7 as uuid } from 'uuid';
import type { ClaimOutcome } from '#coupons/issuing/claim.js';
import { sweepTallies } from '#coupons/tallies/sweep-tallies.js';
import { nothing, writeTallies, type Counts, type Second } from '#coupons/tallies/write-tallies.js';
import { WAITING_MAX } from '#platform/database.js';
import type { Logger } from '#platform/logging.js';

const SECOND_MS = 1000;
/** Coupons counted in one second at the most; what more there are that second is not counted. */
const COUPONS_MAX = 1000;
/** Seconds kept apart while nothing can be written; later ones are added to the last of them. */
const SECONDS_MAX = 10;
const SWEEP_EVERY_MS = 3_600_000;

export interface TalliesOptions {
  readonly pool: Pool;
  readonly logger: Logger;
  readonly couponsMax?: number;
}

/**
 * How many answers of which kind this process gave, by coupon and second, for whoever watches a drop. Counting is a
 * look into a map and an addition. What was counted is written once a second when there is something, and waits while
 * others wait for a connection. It decides nothing: how many passes are issued, the coupon itself knows.
 */
export class Tallies {
  readonly #options: TalliesOptions;
  readonly #processId = uuid();
  #current = new Map<string, Counts>();
  /** When the second began in which the current counts are made, on this process's clock. */
  #since = 0;
  #waiting: Second[] = [];
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> | undefined;
  #isFailing = false;
  #sweeping: Promise<void> | undefined;
  readonly #closing = new AbortController();
  // The first sweep at a random moment, so that servers which start together do not sweep together.
  #sweepsAt = performance.now() + Math.random() * SWEEP_EVERY_MS;

  constructor(options: TalliesOptions) {
    this.#options = options;
  }

  /** Counts one answer. Without a coupon there is nothing to count: made-up numbers cost no memory. */
  count(couponId: string | undefined, outcome: ClaimOutcome): void {
    const kind = outcome.kind === 'issued' && outcome.alreadyIssued ? 'already-issued' : outcome.kind;
    if (couponId === undefined || kind === 'not-found' || kind === 'no-such-user') return;
    const counts = this.#current.get(couponId) ?? this.#begin(couponId);
    counts[kind] += 1;
  }

  /** Writes what is left. Nothing may be counted any more. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    this.#closing.abort();
    await this.#writing;
    if (!this.#isFailing) await this.#flush();
    clearTimeout(this.#timer);
    await this.#sweeping;
  }

  #begin(couponId: string): Counts {
    const counts = nothing();
    if (this.#current.size >= (this.#options.couponsMax ?? COUPONS_MAX)) return counts;
    if (this.#current.size === 0) this.#since = performance.now() - (Date.now() % SECOND_MS);
    this.#current.set(couponId, counts);
    this.#arm();
    return counts;
  }

  /** At the end of the second, as the clock on the wall has it, so that the seconds of all processes are the same. */
  #arm(): void {
    this.#timer ??= setTimeout(
      () => {
        this.#timer = undefined;
        this.#writing ??= this.#flush().finally(() => {
          this.#writing = undefined;
          if (this.#current.size > 0 || this.#waiting.length > 0) this.#arm();
        });
      },
      SECOND_MS - (Date.now() % SECOND_MS),
    ).unref();
  }

  async #flush(): Promise<void> {
    const { pool, logger } = this.#options;
    this.#turn();
    if (this.#waiting.length === 0 || pool.waitingCount >= WAITING_MAX) return;
    const seconds = this.#waiting;
    this.#waiting = [];
    try {
      await writeTallies(pool, this.#processId, seconds);
      this.#isFailing = false;
    } catch (error) {
      // Written later. Had only the answer been lost, these would be counted twice; nothing is decided by them.
      this.#waiting = [...seconds, ...this.#waiting];
      if (!this.#isFailing) logger.warn({ err: error }, 'tallies cannot be written; passes are issued all the same');
      this.#isFailing = true;
      return;
    }
    this.#sweepNowAndThen();
  }

  /** Ends the current second. */
  #turn(): void {
    if (this.#current.size === 0) return;
    const last = this.#waiting.length >= SECONDS_MAX ? this.#waiting.at(-1) : undefined;
    if (last) addUp(last.counts, this.#current, this.#options.couponsMax ?? COUPONS_MAX);
    else this.#waiting.push({ since: this.#since, counts: this.#current });
    this.#current = new Map();
  }

  /** Beside the writing, which does not wait for it. */
  #sweepNowAndThen(): void {
    const { signal } = this.#closing;
    if (performance.now() < this.#sweepsAt || this.#sweeping || signal.aborted) return;
    this.#sweepsAt = performance.now() + SWEEP_EVERY_MS;
    this.#sweeping = sweepTallies(this.#options.pool, { signal })
      .catch((error: unknown) => {
        this.#options.logger.warn({ err: error }, 'old tallies cannot be deleted; the next sweep takes them');
      })
      .finally(() => {
        this.#sweeping = undefined;
      });
  }
}

function addUp(into: Map<string, Counts>, from: ReadonlyMap<string, Counts>, couponsMax: number): void {
  for (const [couponId, counts] of from) {
    const sum = into.get(couponId);
    if (!sum) {
      if (into.size < couponsMax) into.set(couponId, counts);
      continue;
    }
    sum.issued += counts.issued;
    sum['already-issued'] += counts['already-issued'];
    sum['sold-out'] += counts['sold-out'];
    sum.paused += counts.paused;
    sum['not-started'] += counts['not-started'];
    sum.ended += counts.ended;
    sum['retry-later'] += counts['retry-later'];
  }
}
