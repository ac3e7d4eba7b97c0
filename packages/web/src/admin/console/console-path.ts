/** Where a coupon's console is, for whoever links to it. */
export function consolePath(couponId: string): string {
  return `/coupons/${encodeURIComponent(couponId)}/console`;
}
