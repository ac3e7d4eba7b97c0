import { describe, expect, it } from 'vitest';
import { readOutcome, readPass } from '#drop/read-claim.js';

const answer = (downloadCoupon: unknown) => ({ body: Buffer.from(JSON.stringify({ data: { downloadCoupon } })) });

describe('readOutcome', () => {
  it.each(['UserCoupon', 'CouponSoldOut', 'RetryLater', 'CouponNotStarted'])('knows %s', (__typename) => {
    expect(readOutcome(answer({ __typename, message: '…' }))).toBe(__typename);
  });

  it.each([
    ['an error', { body: Buffer.from('{"errors":[{"message":"no"}],"data":null}') }],
    ['a type that the schema does not have', answer({ __typename: 'Surprise' })],
    ['a name that every object has', answer({ __typename: 'toString' })],
    ['no JSON', { body: Buffer.from('Bad Gateway') }],
    ['nothing', { body: Buffer.alloc(0) }],
  ])('calls %s an error', (_name, given) => {
    expect(readOutcome(given)).toBe('error');
  });
});

describe('readPass', () => {
  it('reads place and code', () => {
    const pass = { __typename: 'UserCoupon', code: '3334-K7QM-WXY3-4AC6', sequence: 37, alreadyIssued: true };
    expect(readPass(answer(pass))).toEqual({ sequence: 37, code: '3334K7QMWXY34AC6', alreadyIssued: true });
  });

  it('finds none in a refusal', () => {
    expect(readPass(answer({ __typename: 'CouponSoldOut', message: 'All gone.' }))).toBeUndefined();
  });
});
