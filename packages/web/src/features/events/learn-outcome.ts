import type { ApolloCache } from '@apollo/client/cache';
import type { Coupon, DownloadCouponResult } from '@pagedrop/sdk';

import type { ServerClock } from '#clock/server-clock.ts';
import { rememberPass } from '#passes/remember-pass.ts';

/** Puts what an answer says about a coupon on the page at once, instead of waiting for the next poll. */
export function learnOutcome(
  result: Exclude<DownloadCouponResult, { __typename: 'RetryLater' }>,
  coupon: Coupon,
  cache: ApolloCache,
  clock: ServerClock,
): void {
  const learn = (news: Partial<Coupon>) => {
    const fields = Object.fromEntries(Object.entries(news).map(([name, value]) => [name, () => value]));
    cache.modify({ id: cache.identify({ __typename: 'Coupon', id: coupon.id }) ?? '', fields });
  };
  switch (result.__typename) {
    case 'UserCoupon':
      return rememberPass(cache, result);
    case 'CouponSoldOut':
      return learn({ status: 'COMPLETE', quantity: 0, issuedQuantity: coupon.totalQuantity });
    case 'CouponPaused':
      return learn({ status: 'PAUSED' });
    case 'CouponEnded':
      return learn({ endsAt: result.endsAt });
    case 'CouponNotStarted':
      clock.sync(result.serverTime);
      return learn({ startsAt: result.startsAt });
    case 'CouponNotFound':
      return undefined;
  }
}
