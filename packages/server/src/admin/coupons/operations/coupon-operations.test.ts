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
import { roles } from '#auth/role.js';
import { verify } from '#coupons/verify.js';
import { buildCoupon, buildUser, buildUsers } from '#testing/factories.js';
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

const coupon = (expected: object) => ({ __typename: 'StaffCoupon', ...expected });
const closed = (message: RegExp) => ({ __typename: 'CouponClosed', message: expect.stringMatching(message) });

test.each([
  'pauseCoupon(NUMBER)',
  'resumeCoupon(NUMBER)',
  `topUpCoupon(NUMBER, by: 5, operationId: "ID")`,
  'lowerCoupon(NUMBER, totalQuantity: 5)',
  'closeCoupon(NUMBER)',
])('%s is for operators and administrators only', async (operation) => {
  const { number } = await buildCoupon(server.database);
  const field = operation.replace('NUMBER', `couponNumber: "${number}"`);
  const query = () => `mutation { ${field.replace('ID', uuid())} { __typename } }`;
  const answers = await Promise.all(
    roles.map(async (role) => {
      const { errors } = await server.graphql(query(), { token: await staffToken(server, role) });
      return [role, errors?.[0]?.extensions?.['code'] ?? 'done'];
    }),
  );
  expect(Object.fromEntries(answers)).toEqual({
    READER: 'FORBIDDEN',
    SUPPORT: 'FORBIDDEN',
    OPERATOR: 'done',
    ADMIN: 'done',
  });
  expect((await server.graphql(query())).errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
});

test('a number that no coupon has, or that is none, is not found', async () => {
  for (const number of ['NO-SUCH-COUPON', '', "'; drop table coupon"]) {
    expect(await pause(number)).toMatchObject({ __typename: 'CouponNotFound' });
    expect(await resume(number)).toMatchObject({ __typename: 'CouponNotFound' });
    expect(await topUp(number, 1)).toMatchObject({ __typename: 'CouponNotFound' });
    expect(await lower(number, 1)).toMatchObject({ __typename: 'CouponNotFound' });
    expect(await close(number)).toMatchObject({ __typename: 'CouponNotFound' });
  }
});

describe('pauseCoupon and resumeCoupon', () => {
  test('hold a coupon and let it go on, at once for the next claim, and may be repeated', async () => {
    const { number } = await buildCoupon(server.database);
    expect(await claim(number)).toBe('UserCoupon');
    expect(await pause(` ${number.toLowerCase()} `)).toMatchObject(coupon({ number, status: 'PAUSED' }));
    expect(await claim(number)).toBe('CouponPaused');
    expect(await pause(number)).toMatchObject(coupon({ status: 'PAUSED' }));
    expect(await resume(number)).toMatchObject(coupon({ status: 'ACTIVE' }));
    expect(await claim(number)).toBe('UserCoupon');
    expect(await resume(number)).toMatchObject(coupon({ status: 'ACTIVE', issuedQuantity: 2 }));
  });

  test('leave a sold-out coupon and a closed one as they are', async () => {
    const { number: soldOut } = await buildCoupon(server.database, { totalQuantity: 1 });
    expect(await claim(soldOut)).toBe('UserCoupon');
    const { number: shut } = await buildCoupon(server.database, { status: 'COMPLETE' });
    expect(await pause(soldOut)).toMatchObject(closed(/nothing to pause/));
    expect(await pause(shut)).toMatchObject(closed(/nothing to pause/));
    expect(await resume(soldOut)).toMatchObject(closed(/top it up/i));
    expect(await resume(shut)).toMatchObject(closed(/closed for good/));
    expect([await claim(soldOut), await claim(shut)]).toEqual(['CouponSoldOut', 'CouponEnded']);
  });

  test('touch no other coupon', async () => {
    const [one, other] = [await buildCoupon(server.database), await buildCoupon(server.database)];
    await pause(one.number);
    expect(await claim(other.number)).toBe('UserCoupon');
  });
});

describe('topUpCoupon', () => {
  test('opens a sold-out coupon again, at once for the next claim', async () => {
    const { number } = await buildCoupon(server.database, { totalQuantity: 1 });
    expect([await claim(number), await claim(number), await claim(number)]).toEqual([
      'UserCoupon',
      'CouponSoldOut',
      'CouponSoldOut',
    ]);
    expect(await topUp(number, 2)).toMatchObject(coupon({ status: 'ACTIVE', totalQuantity: 3, quantity: 2 }));
    expect([await claim(number), await claim(number), await claim(number)]).toEqual([
      'UserCoupon',
      'UserCoupon',
      'CouponSoldOut',
    ]);
  });

  test('adds to an open coupon, leaves a paused one paused and a closed one closed', async () => {
    const open = await buildCoupon(server.database, { totalQuantity: 10 });
    const paused = await buildCoupon(server.database, { totalQuantity: 10, status: 'PAUSED' });
    const shut = await buildCoupon(server.database, { totalQuantity: 10, status: 'COMPLETE' });
    expect(await topUp(open.number, 5)).toMatchObject(coupon({ status: 'ACTIVE', totalQuantity: 15 }));
    expect(await topUp(paused.number, 5)).toMatchObject(coupon({ status: 'PAUSED', totalQuantity: 15 }));
    expect(await topUp(shut.number, 5)).toMatchObject(closed(/closed for good/));
  });

  test.each([0, -1, -2_147_483_648, 1_000_001, 2_147_483_647])('refuses to add %i', async (by) => {
    const { number } = await buildCoupon(server.database);
    const { errors } = await server.graphql(
      `mutation { topUpCoupon(couponNumber: "${number}", by: ${by}, operationId: "${uuid()}") { __typename } }`,
      { token },
    );
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', field: 'by' } });
    expect(await topUp(number, 1)).toMatchObject(coupon({ totalQuantity: 11 }));
  });

  test('goes up to 100,000,000 passes and no further', async () => {
    const { number } = await buildCoupon(server.database, { totalQuantity: 99_999_999 });
    const query = `mutation { topUpCoupon(couponNumber: "${number}", by: 2, operationId: "${uuid()}") { __typename } }`;
    const { errors } = await server.graphql(query, { token });
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', field: 'by' } });
    expect(await topUp(number, 1)).toMatchObject(coupon({ totalQuantity: 100_000_000 }));
  });
});

test('operators at work in the middle of a drop: every pass is given once, and none too many', async () => {
  const { number } = await buildCoupon(server.database, { totalQuantity: 20 });
  const readers = (await buildUsers(server.database, 200)).map((id) => server.tokenFor(id));
  const asking = readers.map(async (reader) => {
    for (;;) {
      const { downloadCoupon } = await server.run(DownloadCouponDocument, { couponNumber: number }, { token: reader });
      if (downloadCoupon.__typename !== 'CouponPaused') return downloadCoupon.__typename;
    }
  });
  const operating = [1, 2, 3, 4].map(async () => {
    await pause(number);
    await topUp(number, 5);
    await resume(number);
    return topUp(number, 5);
  });
  expect(await Promise.all(operating)).toMatchObject([{}, {}, {}, {}].map(() => coupon({})));
  await resume(number);
  const issued = (await Promise.all(asking)).filter((kind) => kind === 'UserCoupon').length;

  let more = 0;
  while ((await claim(number)) === 'UserCoupon') more += 1;
  expect(issued + more).toBe(60);
  const { checks } = await verify(server.database.pool);
  expect(checks.flatMap(({ breaches }) => breaches)).toEqual([]);
});
