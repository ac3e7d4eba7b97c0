import { changeCoupon } from '#coupons/change-coupon.js';
import { CouponClosed } from '#coupons/coupon-operations.types.js';
import type { CouponsContext } from '#coupons/coupons-context.js';
import { CouponNotFound } from '#coupons/download-coupon.types.js';
import { presentCoupon } from '#coupons/present.js';

/** Holds a coupon until it is resumed. Pausing it again changes nothing. */
export async function pauseCoupon(context: CouponsContext, input: { couponNumber: string }) {
  const found = await changeCoupon(context, input.couponNumber, {
    set: `status = 'PAUSED'`,
    when: `c.status = 'ACTIVE'`,
  });
  if (!found) return new CouponNotFound();
  if (found.coupon.status === 'COMPLETE') {
    return new CouponClosed('This coupon gives no passes any more; there is nothing to pause.');
  }
  return presentCoupon(found.coupon);
}
