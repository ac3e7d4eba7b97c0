import type { Pool } from 'pg';
import { z } from 'zod';
import type { CouponRow } from '#coupons/coupon-rows.js';

/** 32 bits a pass and 6 of them set: one reader in 40,000 is taken for a holder who is none. */
const BITS_PER_PASS = 32;
const PROBES = 6;
/** In a filter of a few bits the probes of one reader meet. */
const LEAST_BITS = 4096;
const PAGE = 10_000;

const holderRows = z.array(z.object({ userId: z.string(), sequence: z.int() }));

/**
 * Who may hold a pass of one coupon: a Bloom filter over the readers' ids, four bytes a pass. It never misses a holder;
 * whom it names wrongly is looked up. It is filled in the order of the passes, which never go away, so it only ever
 * reads what it has not read before.
 */
export class Holders {
  readonly couponId: string;
  readonly #capacity: number;
  readonly #bits: Uint32Array;
  #through = 0;
  #loading: Promise<void> | undefined;

  constructor({ id, totalQuantity }: Pick<CouponRow, 'id' | 'totalQuantity'>) {
    this.couponId = id;
    this.#capacity = totalQuantity;
    this.#bits = new Uint32Array(Math.ceil(Math.max(totalQuantity * BITS_PER_PASS, LEAST_BITS) / 32));
  }

  get bytes(): number {
    return this.#bits.byteLength;
  }

  /** Whether this filter still fits the coupon: it is the same one, and has not been topped up. */
  fits({ id, totalQuantity }: Pick<CouponRow, 'id' | 'totalQuantity'>): boolean {
    return id === this.couponId && totalQuantity <= this.#capacity;
  }

  /** False only for who holds none of the coupon's first `issuedQuantity` passes for certain. */
  mayHold(userId: string, issuedQuantity: number): boolean {
    if (issuedQuantity === 0) return false;
    if (this.#through < issuedQuantity) return true;
    const [first, step] = hash(userId);
    for (let probe = 0; probe < PROBES; probe += 1) {
      const bit = (first + probe * step) % (this.#bits.length * 32);
      const word = this.#bits[bit >>> 5] ?? 0;
      if ((word & (1 << (bit & 31))) === 0) return false;
    }
    return true;
  }

  /**
   * Reads the passes that it does not know yet. When those are few it is worth waiting for; many are read in the
   * background. A failure leaves it where it was: whoever asks is looked up.
   */
  async learn(pool: Pool, issuedQuantity: number): Promise<void> {
    const unknown = issuedQuantity - this.#through;
    if (unknown <= 0) return;
    this.#loading ??= this.#load(pool, issuedQuantity)
      .catch(() => undefined)
      .finally(() => {
        this.#loading = undefined;
      });
    if (unknown <= PAGE) await this.#loading;
  }

  async #load(pool: Pool, issuedQuantity: number): Promise<void> {
    while (this.#through < issuedQuantity) {
      const { rows } = await pool.query(
        `select user_id as "userId", sequence from user_coupon
         where coupon_id = $1 and sequence > $2 order by sequence limit $3`,
        [this.couponId, this.#through, PAGE],
      );
      const holders = holderRows.parse(rows);
      for (const { userId } of holders) this.#add(userId);
      const last = holders.at(-1);
      if (!last) return; // fewer than the coupon says: `verify` has the words for that
      this.#through = last.sequence;
    }
  }

  #add(userId: string): void {
    const [first, step] = hash(userId);
    for (let probe = 0; probe < PROBES; probe += 1) {
      const bit = (first + probe * step) % (this.#bits.length * 32);
      this.#bits[bit >>> 5] = (this.#bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
    }
  }
}

/** The end of a version 7 UUID is random (RFC 9562, 5.7): it is a hash already. */
function hash(userId: string): [first: number, step: number] {
  return [parseInt(userId.slice(-8), 16), parseInt(userId.slice(-12, -8) + userId.slice(20, 23), 16) | 1];
}
