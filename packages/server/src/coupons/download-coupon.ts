import { requireViewer } from '#auth/require-viewer.js';
import { normaliseCouponNumber } from '#coupons/coupon-number.js';
import type { CouponsContext } from '#coupons/coupons-context.js';
import {
  CouponEnded,
  CouponNotFound,
  CouponNotStarted,
  CouponPaused,
  CouponSoldOut,
  RetryLater,
} from '#coupons/download-coupon.types.js';
import type { ClaimOutcome } from '#coupons/issuing/claim.js';
import { presentPass } from '#coupons/present.js';
import { PublicError } from '#platform/errors.js';

/**
 * Takes a pass for the viewer. Asking again gives the same pass, also when it is sold out, ended or paused by then.
 * @throws PublicError UNAUTHENTICATED
 */
export async function downloadCoupon(context: CouponsContext, input: { couponNumber: string }) {
  const { userId, onlyCoupons = '' } = await requireViewer(context);
  const number = normaliseCouponNumber(input.couponNumber);
  if (!number?.startsWith(onlyCoupons)) return new CouponNotFound();
  return present(await context.issuing.claim(number, userId));
}

function present(outcome: ClaimOutcome) {
  switch (outcome.kind) {
    case 'issued':
      return presentPass(outcome.coupon, outcome.pass, outcome.alreadyIssued);
    case 'not-found':
      return new CouponNotFound();
    case 'not-started':
      return new CouponNotStarted(outcome.startsAt, outcome.serverTime);
    case 'ended':
      return new CouponEnded(outcome.endsAt);
    case 'paused':
      return new CouponPaused();
    case 'sold-out':
      return new CouponSoldOut();
    case 'retry-later':
      return new RetryLater(outcome.retryAfterMs);
    case 'no-such-user':
      throw new PublicError('UNAUTHENTICATED', { message: 'This account no longer exists.' });
  }
}
