import { COUPON_CHANGED } from '#coupons/coupon-changed.js';
import { normaliseCouponNumber } from '#coupons/coupon-number.js';
import { couponColumns, couponRow, type CouponRow } from '#coupons/coupon-rows.js';
import type { CouponsContext } from '#coupons/coupons-context.js';

export interface CouponChange {
  /** SQL after `set`; the coupon is `c`, and its parameters begin at $2. */
  readonly set: string;
  /** SQL for which coupons it may be done with. It stands in the same statement, so that the row's lock decides. */
  readonly when: string;
  readonly parameters?: readonly unknown[];
}

/**
 * Changes a coupon if it may be, and then lets every process know. Answers the coupon as it is now and whether this
 * changed it; undefined when no coupon has the number.
 */
export async function changeCoupon(
  context: CouponsContext,
  typedNumber: string,
  { set, when, parameters = [] }: CouponChange,
): Promise<{ coupon: CouponRow; changed: boolean } | undefined> {
  const number = normaliseCouponNumber(typedNumber);
  if (number === undefined) return undefined;
  const { pool } = context.database;

  const changed = await pool.query(
    `update coupon c set ${set} from book b where b.id = c.book_id and c.number = $1 and ${when}
     returning ${couponColumns}`,
    [number, ...parameters],
  );
  if (changed.rows.length > 0) {
    context.announcements.announce(COUPON_CHANGED, number);
    return { coupon: couponRow.parse(changed.rows[0]), changed: true };
  }
  const { rows } = await pool.query(
    `select ${couponColumns} from coupon c join book b on b.id = c.book_id where c.number = $1`,
    [number],
  );
  return rows.length > 0 ? { coupon: couponRow.parse(rows[0]), changed: false } : undefined;
}
