import type { CouponStatus } from '#coupons/coupon.entity.js';

/** What decides whether a coupon gives passes. Only what was read under the row's lock may be decided by. */
export interface Stock {
  readonly status: CouponStatus;
  readonly totalQuantity: number;
  readonly issuedQuantity: number;
}

/** COMPLETE with passes left: closed by somebody, for good (decision 6). */
export function isClosed({ status, totalQuantity, issuedQuantity }: Stock): boolean {
  return status === 'COMPLETE' && totalQuantity > issuedQuantity;
}

export function isSoldOut({ totalQuantity, issuedQuantity }: Stock): boolean {
  return totalQuantity <= issuedQuantity;
}

/**
 * The coupon with another total: with nothing left it is COMPLETE, as the database demands; with more than before a
 * sold-out one is open again; a paused or closed one stays so.
 */
export function withTotal(stock: Stock, totalQuantity: number): Pick<Stock, 'totalQuantity' | 'status'> {
  if (isSoldOut({ ...stock, totalQuantity })) return { totalQuantity, status: 'COMPLETE' };
  return { totalQuantity, status: isSoldOut(stock) ? 'ACTIVE' : stock.status };
}
