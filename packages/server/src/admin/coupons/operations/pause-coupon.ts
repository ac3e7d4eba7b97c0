import { CouponClosed } from '#admin/coupons/operations/coupon-operations.types.js';
import { operate } from '#admin/coupons/operations/operate.js';
import type { StaffContext } from '#admin/staff-context.js';

/** Holds a coupon until it is resumed. Pausing it again changes nothing. */
export function pauseCoupon(context: StaffContext, { couponNumber }: { couponNumber: string }) {
  return operate(context, { couponNumber, action: 'coupon.pause' }, ({ status }) =>
    status === 'COMPLETE'
      ? new CouponClosed('This coupon gives no passes any more; there is nothing to pause.')
      : { status: 'PAUSED' },
  );
}
