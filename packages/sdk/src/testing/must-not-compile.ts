// Checked by the compiler alone, never run: each call below must be a type error, or `@ts-expect-error` itself is one.
import { createPagedropClient, type DownloadCouponResult, type PagedropClient } from '../index.js';

export async function mustNotCompile(client: PagedropClient): Promise<void> {
  // @ts-expect-error an address is needed
  createPagedropClient({});
  // @ts-expect-error the password is needed
  await client.login('독자');
  // @ts-expect-error coupons are known by a string
  await client.downloadCoupon(1000);
  // @ts-expect-error milliseconds, not a duration as text
  await client.downloadCoupon('MUJEONG-1000', { maxWaitMs: '10s' });
  // @ts-expect-error a pass is spent by its id, not by itself
  await client.useCoupon((await client.myCoupons())[0]);
  // @ts-expect-error nobody may be logged in
  void (await client.me()).username;

  const result = await client.downloadCoupon('MUJEONG-1000');
  // @ts-expect-error not every outcome is a pass: look at __typename first
  void result.code;
  // @ts-expect-error there is no such outcome
  if (result.__typename === 'CouponStolen') return;
  if (result.__typename !== 'UserCoupon') return;
  // @ts-expect-error what the server answered is not to be changed
  result.sequence = 1;
  // @ts-expect-error the list of books may be empty
  void (await client.activeEventBooks()).books[0].title;
}

/** Compiles only while every outcome is handled: a new one in the schema must show up here. */
export function nameOf(result: DownloadCouponResult): string {
  switch (result.__typename) {
    case 'UserCoupon':
      return result.code;
    case 'CouponNotStarted':
      return result.startsAt;
    case 'CouponEnded':
      return result.endsAt;
    case 'RetryLater':
      return String(result.retryAfterMs);
    case 'CouponNotFound':
    case 'CouponPaused':
    case 'CouponSoldOut':
      return result.message;
  }
}
