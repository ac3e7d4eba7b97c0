import { DownloadCouponDocument } from '@pagedrop/sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCoupon, buildUser, buildUsers, type CouponOverrides } from '#testing/factories.js';
import { startTestServer, type TestServer } from '#testing/test-server.js';

const HOUR_MS = 3_600_000;
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

async function download(couponNumber: string, userId: string) {
  const token = server.tokenFor(userId);
  return (await server.run(DownloadCouponDocument, { couponNumber }, { token })).downloadCoupon;
}

async function downloadPass(couponNumber: string, userId: string) {
  const result = await download(couponNumber, userId);
  if (result.__typename !== 'UserCoupon') throw new Error(`expected a pass, got ${result.__typename}`);
  return result;
}

async function downloadFrom(overrides: CouponOverrides) {
  const { number } = await buildCoupon(server.database, overrides);
  return download(number, await buildUser(server.database));
}

describe('downloadCoupon', () => {
  test('gives a pass with its place, its code and its clock', async () => {
    const { number } = await buildCoupon(server.database, { totalQuantity: 5, useWithinDays: 3 });
    const pass = await downloadPass(number, await buildUser(server.database));
    expect(pass).toMatchObject({
      __typename: 'UserCoupon',
      sequence: 1,
      isUsed: false,
      alreadyIssued: false,
      coupon: { number, quantity: 4, issuedQuantity: 1, status: 'ACTIVE', book: { title: '무정' } },
    });
    expect(pass.code).toMatch(/^[34679ACDEFGHJKMNPQRTUWXY]{4}(-[34679ACDEFGHJKMNPQRTUWXY]{4}){3}$/);
    expect(Date.parse(pass.expiresAt) - Date.parse(pass.createdAt)).toBe(3 * 24 * HOUR_MS);
  });

  test('gives the same pass again, also when sold out, paused or ended by then', async () => {
    const { id, number } = await buildCoupon(server.database, { totalQuantity: 1 });
    const reader = await buildUser(server.database);
    const first = await downloadPass(number, reader);
    expect(first).toMatchObject({ alreadyIssued: false, coupon: { status: 'COMPLETE', quantity: 0 } });

    const again = { id: first.id, code: first.code, sequence: 1, alreadyIssued: true };
    expect(await download(number, reader)).toMatchObject(again);
    await server.database.pool.query(`update coupon set total_quantity = 2, status = 'PAUSED' where id = $1`, [id]);
    expect(await download(number, reader)).toMatchObject(again);
    await server.database.pool.query(`update coupon set status = 'ACTIVE', ends_at = now() where id = $1`, [id]);
    expect(await download(number, reader)).toMatchObject(again);
  });

  test('takes the number as a reader may type it', async () => {
    const { number } = await buildCoupon(server.database);
    const typed = `  ${number.toLowerCase().replace('t', 'Ｔ')} `;
    expect(await download(typed, await buildUser(server.database))).toMatchObject({ __typename: 'UserCoupon' });
  });

  test.each([
    ['CouponNotStarted', { opensInMs: HOUR_MS, endsInMs: 2 * HOUR_MS }],
    ['CouponEnded', { opensInMs: -2 * HOUR_MS, endsInMs: -HOUR_MS }],
    ['CouponPaused', { status: 'PAUSED' }],
    ['CouponEnded', { status: 'COMPLETE' }],
  ] as const)('answers %s for %o', async (outcome, overrides) => {
    expect(await downloadFrom(overrides)).toMatchObject({ __typename: outcome, message: expect.stringMatching(/\.$/) });
  });

  test('answers CouponSoldOut to the one who comes too late', async () => {
    const { number } = await buildCoupon(server.database, { totalQuantity: 1 });
    await download(number, await buildUser(server.database));
    expect(await download(number, await buildUser(server.database))).toMatchObject({ __typename: 'CouponSoldOut' });
  });

  test.each(['NO-SUCH-COUPON', '', '무정', 'x'.repeat(5000), "'; drop table coupon; --"])(
    'answers CouponNotFound for %j',
    async (number) => {
      expect(await download(number, await buildUser(server.database))).toMatchObject({ __typename: 'CouponNotFound' });
    },
  );

  test('is for readers who are logged in, and says so', async () => {
    const { number } = await buildCoupon(server.database);
    const query = `mutation { downloadCoupon(couponNumber: "${number}") { __typename } }`;
    for (const token of [undefined, 'not-a-token', 'eyJhbGciOiJub25lIn0.e30.']) {
      const { errors } = await server.graphql(query, token === undefined ? {} : { token });
      expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    }
  });

  test('gives nothing to an account that is gone, and its neighbours lose nothing', async () => {
    const { number } = await buildCoupon(server.database, { totalQuantity: 3 });
    const [first = '', gone = '', second = ''] = await buildUsers(server.database, 3);
    await server.database.pool.query('delete from "user" where id = $1', [gone]);
    const results = await Promise.allSettled([first, gone, second].map((user) => downloadPass(number, user)));
    expect(results).toMatchObject([
      { status: 'fulfilled', value: { sequence: expect.any(Number) } },
      { status: 'rejected', reason: { message: expect.stringContaining('UNAUTHENTICATED') } },
      { status: 'fulfilled', value: { sequence: expect.any(Number) } },
    ]);
  });
});
