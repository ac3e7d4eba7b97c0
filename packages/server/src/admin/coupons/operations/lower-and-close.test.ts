import {
  CloseCouponDocument,
  DownloadCouponDocument,
  LowerCouponDocument,
  PauseCouponDocument,
  ResumeCouponDocument,
  TopUpCouponDocument,
} from '@pagedrop/sdk';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCoupon, buildUser } from '#testing/factories.js';
import { staffToken } from '#testing/staff.js';
import { startTestServer, type TestServer } from '#testing/test-server.js';

let server: TestServer;
let token: string;
beforeAll(async () => {
  server = await startTestServer({ remember: true });
  token = await staffToken(server, 'OPERATOR');
});
afterAll(() => server.close());

const pause = async (couponNumber: string) =>
  (await server.run(PauseCouponDocument, { couponNumber }, { token })).pauseCoupon;
const resume = async (couponNumber: string) =>
  (await server.run(ResumeCouponDocument, { couponNumber }, { token })).resumeCoupon;
const topUp = async (couponNumber: string, by: number, operationId: string = uuid()) =>
  (await server.run(TopUpCouponDocument, { couponNumber, by, operationId }, { token })).topUpCoupon;
const lower = async (couponNumber: string, totalQuantity: number) =>
  (await server.run(LowerCouponDocument, { couponNumber, totalQuantity }, { token })).lowerCoupon;
const close = async (couponNumber: string) =>
  (await server.run(CloseCouponDocument, { couponNumber }, { token })).closeCoupon;

/** What a new reader gets. */
async function claim(couponNumber: string): Promise<string> {
  const reader = server.tokenFor(await buildUser(server.database));
  return (await server.run(DownloadCouponDocument, { couponNumber }, { token: reader })).downloadCoupon.__typename;
}

const entries = async (objectId: string) =>
  (
    await server.database.pool.query(
      'select id, action, actor_role, before, after from audit_entry where object_id = $1 order by at',
      [objectId],
    )
  ).rows;

const coupon = (expected: object) => ({ __typename: 'StaffCoupon', ...expected });
const closed = (message: RegExp) => ({ __typename: 'CouponClosed', message: expect.stringMatching(message) });

test('a top-up that is asked for again with its id is done once, also when both come at the same time', async () => {
  const [{ id, number }, other] = [await buildCoupon(server.database), await buildCoupon(server.database)];
  const operationId = uuid();
  await Promise.all([1, 2, 3].map(() => topUp(number, 5, operationId)));
  expect(await topUp(number, 5, operationId)).toMatchObject(coupon({ totalQuantity: 15 }));
  expect(await entries(id)).toMatchObject([
    { id: operationId, action: 'coupon.topUp', before: { totalQuantity: 10 }, after: { totalQuantity: 15 } },
  ]);
  await expect(topUp(other.number, 5, operationId)).rejects.toThrow('ID_TAKEN');
  await expect(topUp(number, 6, operationId)).rejects.toThrow('ID_TAKEN');
  expect(await entries(id)).toHaveLength(1);
  expect(await topUp(other.number, 1)).toMatchObject(coupon({ totalQuantity: 11 }));
});

describe('lowerCoupon', () => {
  test('goes down to what is issued, which is sold out then, and no further', async () => {
    const { id, number } = await buildCoupon(server.database);
    expect([await claim(number), await claim(number)]).toEqual(['UserCoupon', 'UserCoupon']);
    expect(await lower(number, 1)).toMatchObject({
      __typename: 'CouponTotalTooLow',
      issuedQuantity: 2,
      message: expect.stringContaining('2 passes were issued'),
    });
    expect(await lower(number, 3)).toMatchObject(coupon({ status: 'ACTIVE', totalQuantity: 3, quantity: 1 }));
    expect(await lower(number, 2)).toMatchObject(coupon({ status: 'COMPLETE', quantity: 0 }));
    expect(await claim(number)).toBe('CouponSoldOut');
    expect(await topUp(number, 1)).toMatchObject(coupon({ status: 'ACTIVE', totalQuantity: 3 }));
    await expect.poll(() => claim(number)).toBe('UserCoupon'); // of many announcements in one second some wait 50 ms
    expect(await entries(id)).toMatchObject([
      { action: 'coupon.lower', before: { totalQuantity: 10 }, after: { totalQuantity: 3 } },
      { action: 'coupon.lower', before: { status: 'ACTIVE' }, after: { status: 'COMPLETE' } },
      { action: 'coupon.topUp' },
    ]);
  });

  test.each([0, -5, 11])('refuses %i for a coupon of 10', async (totalQuantity) => {
    const { id, number } = await buildCoupon(server.database);
    await expect(lower(number, totalQuantity)).rejects.toThrow('BAD_USER_INPUT');
    expect(await entries(id)).toEqual([]);
  });

  test('leaves a paused coupon paused and a closed one closed', async () => {
    const paused = await buildCoupon(server.database, { status: 'PAUSED' });
    const shut = await buildCoupon(server.database, { status: 'COMPLETE' });
    expect(await lower(paused.number, 5)).toMatchObject(coupon({ status: 'PAUSED', totalQuantity: 5 }));
    expect(await lower(shut.number, 5)).toMatchObject(closed(/closed for good/));
  });
});

describe('closeCoupon', () => {
  test('ends a coupon for good, at once for the next claim, and may be repeated', async () => {
    const { id, number } = await buildCoupon(server.database);
    expect(await claim(number)).toBe('UserCoupon');
    expect(await close(number)).toMatchObject(coupon({ status: 'COMPLETE', quantity: 9 }));
    expect(await close(number)).toMatchObject(coupon({ status: 'COMPLETE', quantity: 9 }));
    expect(await claim(number)).toBe('CouponEnded');
    expect([await resume(number), await topUp(number, 5)]).toMatchObject([
      closed(/closed for good/),
      closed(/closed for good/),
    ]);
    expect(await entries(id)).toHaveLength(1);
  });

  test('has nothing to close where all are gone', async () => {
    const { number } = await buildCoupon(server.database, { totalQuantity: 1 });
    expect(await claim(number)).toBe('UserCoupon');
    expect(await close(number)).toMatchObject(closed(/nothing to close/));
  });
});

test('what operators do is in the log and raises the version; what readers take does not', async () => {
  const { id, number } = await buildCoupon(server.database);
  expect(await pause(number)).toMatchObject(coupon({ version: 2 }));
  expect(await pause(number)).toMatchObject(coupon({ version: 2 }));
  expect(await resume(number)).toMatchObject(coupon({ version: 3 }));
  expect(await claim(number)).toBe('UserCoupon');
  expect(await lower(number, 5)).toMatchObject(coupon({ version: 4, issuedQuantity: 1 }));
  expect(await entries(id)).toMatchObject([
    { action: 'coupon.pause', actor_role: 'OPERATOR', before: { status: 'ACTIVE' }, after: { status: 'PAUSED' } },
    { action: 'coupon.resume' },
    { action: 'coupon.lower' },
  ]);
});
