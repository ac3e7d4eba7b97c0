import { isClosed, withTotal, type Stock } from '#admin/coupons/coupon-stock.js';
import { CouponClosed, CouponTotalTooLow } from '#admin/coupons/operations/coupon-operations.types.js';
import { operate, type Decision } from '#admin/coupons/operations/operate.js';
import type { StaffContext } from '#admin/staff-context.js';
import { badInput } from '#admin/staff-input.js';

/**
 * Lowers a coupon's total; to what is issued already, and it is sold out. Safe to repeat.
 * @throws PublicError BAD_USER_INPUT for a total that is higher than the coupon's
 */
export function lowerCoupon(context: StaffContext, input: { couponNumber: string; totalQuantity: number }) {
  const { couponNumber, totalQuantity } = input;
  return operate(context, { couponNumber, action: 'coupon.lower' }, (coupon) => lowered(coupon, totalQuantity));
}

/** The decision, for a coupon that nobody else can change meanwhile. */
export function lowered(coupon: Stock, totalQuantity: number): Decision {
  if (isClosed(coupon)) return new CouponClosed('This coupon was closed for good; it gives none of its passes.');
  if (totalQuantity < 1) throw badTotal('TOO_SMALL', 'A coupon has at least 1 pass. Close it, or delete it.', 1);
  if (totalQuantity < coupon.issuedQuantity) return new CouponTotalTooLow(coupon.issuedQuantity);
  if (totalQuantity > coupon.totalQuantity) {
    throw badTotal(
      'TOO_LARGE',
      `The coupon has ${coupon.totalQuantity.toLocaleString('en')} passes; give a lower total, or top it up.`,
      coupon.totalQuantity,
    );
  }
  return withTotal(coupon, totalQuantity);
}

function badTotal(reason: string, message: string, limit: number) {
  return badInput([{ field: 'totalQuantity', reason, message, limit }]);
}
