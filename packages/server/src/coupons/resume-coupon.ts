import { changeCoupon } from '#coupons/change-coupon.js';
import { CouponClosed } from '#coupons/coupon-operations.types.js';
import type { CouponsContext } from '#coupons/coupons-context.js';
import { CouponNotFound } from '#coupons/download-coupon.types.js';
import { presentCoupon } from '#coupons/present.js';

/** Lets a paused coupon go on. Resuming one that is not paused changes nothing. */
export async function resumeCoupon(context: CouponsContext, input: { couponNumber: string }) {
  const found = await changeCoupon(context, input.couponNumber, {
    set: `status = 'ACTIVE'`,
    when: `c.status = 'PAUSED'`,
  });
  if (!found) return new CouponNotFound();
  const { status, quantity } = found.coupon;
  if (status !== 'COMPLETE') return presentCoupon(found.coupon);
  return new CouponClosed(
    quantity > 0 ? 'This coupon was closed for good.' : 'All passes of this coupon are gone. Top it up to go on.',
  );
}
