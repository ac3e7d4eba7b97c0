import type { CouponRow, PassRow } from '#coupons/coupon-rows.js';

/** One reader's wish for one pass of one coupon. */
export interface Claim {
  readonly userId: string;
  /** Made with the claim, not with the row: after an unknown COMMIT it tells our own pass from an older one. */
  readonly secret: string;
}

/** What became of a claim. Everything but `retry-later` is definite. */
export type ClaimOutcome =
  | { readonly kind: 'issued'; readonly coupon: CouponRow; readonly pass: PassRow; readonly alreadyIssued: boolean }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'not-started'; readonly startsAt: Date; readonly serverTime: Date }
  | { readonly kind: 'ended'; readonly endsAt: Date }
  | { readonly kind: 'paused' }
  | { readonly kind: 'sold-out' }
  /** The account is gone. */
  | { readonly kind: 'no-such-user' }
  | { readonly kind: 'retry-later'; readonly retryAfterMs: number };

/** What became of a batch of claims. */
export interface BatchAnswer {
  /** One per claim, in their order. */
  readonly outcomes: readonly ClaimOutcome[];
  /** The coupon still gives passes, as far as this answer knows. */
  readonly open: boolean;
  /** The coupon's id; undefined when there is none, or when nobody could look. */
  readonly couponId?: string | undefined;
}
