import type { ClaimOutcome } from '#coupons/issuing/claim.js';
import type { CouponAtTime } from '#coupons/issuing/statements.js';

/**
 * Why this coupon gives no pass at this moment of the database's clock; undefined when it does.
 * Only for readers who hold none: who holds one gets it back whatever the coupon's state.
 */
export function refuse({ coupon, now }: CouponAtTime): ClaimOutcome | undefined {
  if (now < coupon.startsAt) return { kind: 'not-started', startsAt: coupon.startsAt, serverTime: now };
  if (now >= coupon.endsAt) return { kind: 'ended', endsAt: coupon.endsAt };
  if (coupon.status === 'PAUSED') return { kind: 'paused' };
  if (coupon.quantity <= 0) return { kind: 'sold-out' };
  if (coupon.status === 'COMPLETE') return { kind: 'ended', endsAt: coupon.endsAt }; // closed with passes left
  return undefined;
}
