import { isClosed } from '#admin/coupons/coupon-stock.js';
import { CouponClosed } from '#admin/coupons/operations/coupon-operations.types.js';
import { operate } from '#admin/coupons/operations/operate.js';
import type { StaffContext } from '#admin/staff-context.js';

/** Lets a paused coupon go on. Resuming one that is not paused changes nothing. */
export function resumeCoupon(context: StaffContext, { couponNumber }: { couponNumber: string }) {
  return operate(context, { couponNumber, action: 'coupon.resume' }, (coupon) => {
    if (coupon.status !== 'COMPLETE') return { status: 'ACTIVE' };
    return new CouponClosed(
      isClosed(coupon) ? 'This coupon was closed for good.' : 'All passes of this coupon are gone. Top it up to go on.',
    );
  });
}
