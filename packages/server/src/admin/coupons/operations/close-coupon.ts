import { isSoldOut } from '#admin/coupons/coupon-stock.js';
import { CouponClosed } from '#admin/coupons/operations/coupon-operations.types.js';
import { operate } from '#admin/coupons/operations/operate.js';
import type { StaffContext } from '#admin/staff-context.js';

/** Ends a coupon for good, with passes left (decision 6); who holds a pass keeps it. Safe to repeat. */
export function closeCoupon(context: StaffContext, { couponNumber }: { couponNumber: string }) {
  return operate(context, { couponNumber, action: 'coupon.close' }, (coupon) =>
    isSoldOut(coupon)
      ? new CouponClosed('All passes of this coupon are gone; there is nothing to close.')
      : { status: 'COMPLETE' },
  );
}
