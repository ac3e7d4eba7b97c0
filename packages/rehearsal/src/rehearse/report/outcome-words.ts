/** What each end of a reader's story is called; whatever has no words here is the code of an error. */
const WORDS: Readonly<Record<string, string>> = {
  UserCoupon: 'got a pass',
  CouponSoldOut: 'were told that all are gone',
  CouponEnded: 'were told that it has ended',
  CouponPaused: 'were told that it is paused',
  CouponNotFound: 'were told that there is no such coupon',
  CouponNotStarted: 'were told that it has not opened',
  'no answer': 'had no certain answer after two minutes of asking',
};

export function outcomeWords(outcome: string): string {
  return WORDS[outcome] ?? `got the error ${outcome}`;
}
