import { changeCoupon } from '#coupons/change-coupon.js';
import { CouponClosed } from '#coupons/coupon-operations.types.js';
import type { CouponsContext } from '#coupons/coupons-context.js';
import { CouponNotFound } from '#coupons/download-coupon.types.js';
import { presentCoupon } from '#coupons/present.js';
import { PublicError } from '#platform/errors.js';

const BY_MAX = 1_000_000;
/** As in a data file. */
const TOTAL_MAX = 100_000_000;

/**
 * Adds passes to a coupon; a sold-out one is open again, a paused one stays paused. Done twice, it adds twice.
 * @throws PublicError BAD_USER_INPUT
 */
export async function topUpCoupon(context: CouponsContext, input: { couponNumber: string; by: number }) {
  if (input.by < 1 || input.by > BY_MAX) {
    throw badBy(`Add at least 1 pass and at most ${inWords(BY_MAX)} at a time.`);
  }
  // COMPLETE with passes left was closed by somebody: more passes would be given to nobody.
  const found = await changeCoupon(context, input.couponNumber, {
    set: `total_quantity = c.total_quantity + $2, status = case when c.quantity = 0 then 'ACTIVE' else c.status end`,
    when: `(c.status <> 'COMPLETE' or c.quantity = 0) and c.total_quantity <= $3`,
    parameters: [input.by, TOTAL_MAX - input.by],
  });
  if (!found) return new CouponNotFound();
  if (found.changed) return presentCoupon(found.coupon);
  if (found.coupon.totalQuantity + input.by > TOTAL_MAX) {
    throw badBy(`A coupon has at most ${inWords(TOTAL_MAX)} passes. Make another one.`);
  }
  return new CouponClosed('This coupon was closed for good. Make another one.');
}

function badBy(message: string): PublicError {
  return new PublicError('BAD_USER_INPUT', { field: 'by', message });
}

const inWords = (count: number) => count.toLocaleString('en');
