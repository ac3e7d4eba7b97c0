import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import type { CouponRow } from '#coupons/coupon-rows.js';
import type { ClaimOutcome } from '#coupons/issuing/claim.js';
import { Holders } from '#coupons/issuing/holders.js';
import { refuse } from '#coupons/issuing/judge.js';
import { laterOn, type Sighting } from '#coupons/issuing/sighting.js';

/** Coupons remembered at the most, and the bytes of their filters. Made-up numbers push each other out. */
const COUPONS_MAX = 10_000;
const BYTES_MAX = 64 * 2 ** 20;
const ENTRY_BYTES = 500;
/** Passes of the largest coupon whose holders are remembered; those of a larger one are looked up, many at a time. */
const PASSES_MAX = 10_000_000;

interface Entry {
  readonly sighting: Sighting;
  /** Undefined when the coupon gives passes, or is too large to keep a filter of. */
  readonly holders: Holders | undefined;
}

type Closed = Pick<Sighting, 'found'>;

/**
 * The coupons that gave no pass when they were last looked at. It only ever refuses, for a moment, and only who holds
 * no pass for certain; whether a pass is issued is the transaction's to say.
 */
export class CouponMemory {
  readonly #pool: Pool;
  readonly #maxAgeMs: number;
  readonly #entries = new LRUCache<string, Entry>({
    max: COUPONS_MAX,
    maxSize: BYTES_MAX,
    sizeCalculation: ({ holders }) => ENTRY_BYTES + (holders?.bytes ?? 0),
  });
  /** When something was last announced of a coupon; what was asked for before that may not show it. */
  readonly #forgotAt = new LRUCache<string, number>({ max: COUPONS_MAX });
  #allForgotAt = -Infinity;

  constructor(pool: Pool, maxAgeMs: number) {
    this.#pool = pool;
    this.#maxAgeMs = maxAgeMs;
  }

  /** The refusal that this reader gets at this moment of a closed coupon; undefined when the database has to be asked. */
  refusal({ found }: Closed, userId: string): ClaimOutcome | undefined {
    if (!found) return { kind: 'not-found' };
    return this.mayHold(found.coupon, userId) ? undefined : refuse(found);
  }

  /** The id of a coupon that was seen of late, however long ago. */
  couponId(number: string): string | undefined {
    return this.#entries.peek(number)?.sighting.found?.coupon.id;
  }

  /**
   * A coupon that is known to give no pass at this moment, or not to be there at all. Undefined: the database has to
   * be asked, also in the moment around an opening or a closing, when only its own clock tells.
   */
  closed(number: string): Closed | undefined {
    const sighting = this.#entries.get(number)?.sighting;
    const since = Math.max(performance.now() - this.#maxAgeMs, this.#allForgotAt);
    if (!sighting || sighting.askedAt <= since) return undefined;
    const times = laterOn(sighting);
    if (!times) return { found: undefined };
    const refusal = refuse(times.earliest);
    return refusal && refuse(times.latest)?.kind === refusal.kind ? { found: times.earliest } : undefined;
  }

  /** False only for who holds no pass of the coupon for certain. */
  mayHold(coupon: CouponRow, userId: string): boolean {
    const holders = this.#entries.get(coupon.number)?.holders;
    return !holders?.fits(coupon) || holders.mayHold(userId, coupon.issuedQuantity);
  }

  remember(number: string, sighting: Sighting): void {
    if (sighting.askedAt < Math.max(this.#allForgotAt, this.#forgotAt.get(number) ?? -Infinity)) return;
    const { found } = sighting;
    this.#entries.set(number, { sighting, holders: found && refuse(found) && this.#holdersOf(found.coupon) });
  }

  /** Learns who holds a pass of the coupon, or begins to. */
  async learnHolders(coupon: CouponRow): Promise<void> {
    await this.#entries.get(coupon.number)?.holders?.learn(this.#pool, coupon.issuedQuantity);
  }

  /** Somebody has changed the coupon: ask the database before saying anything more of it. */
  forget(number: string): void {
    this.#forgotAt.set(number, performance.now());
    const entry = this.#entries.get(number);
    if (entry) this.#entries.set(number, { ...entry, sighting: { ...entry.sighting, askedAt: -Infinity } });
  }

  /** The same for every coupon. */
  forgetAll(): void {
    this.#allForgotAt = performance.now();
  }

  #holdersOf(coupon: CouponRow): Holders | undefined {
    const known = this.#entries.get(coupon.number)?.holders;
    if (known?.fits(coupon)) return known;
    return coupon.totalQuantity <= PASSES_MAX ? new Holders(coupon) : undefined;
  }
}
