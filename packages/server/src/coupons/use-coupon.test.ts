import { DownloadCouponDocument, MyCouponsDocument, UseCouponDocument } from '@pagedrop/sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCoupon, buildUser } from '#testing/factories.js';
import { startTestServer, type TestServer } from '#testing/test-server.js';

const DAY_MS = 24 * 3_600_000;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** A reader who has just taken a pass. */
async function readerWithPass() {
  const { number } = await buildCoupon(server.database, { readingDays: 30 });
  const token = server.tokenFor(await buildUser(server.database));
  const { downloadCoupon: pass } = await server.run(DownloadCouponDocument, { couponNumber: number }, { token });
  if (pass.__typename !== 'UserCoupon') throw new Error(`expected a pass, got ${pass.__typename}`);
  return { token, pass, number };
}

async function useIt(id: string, token: string) {
  return (await server.run(UseCouponDocument, { id }, { token })).useCoupon;
}

describe('useCoupon', () => {
  test('spends the pass, and the book can be read for its days', async () => {
    const { token, pass } = await readerWithPass();
    const used = await useIt(pass.id, token);
    expect(used).toMatchObject({ __typename: 'UserCoupon', id: pass.id, isUsed: true });
    if (used.__typename !== 'UserCoupon') return;
    expect(Date.parse(used.readableUntil ?? '') - Date.parse(used.usedAt ?? '')).toBe(30 * DAY_MS);
  });

  test('a second time changes nothing', async () => {
    const { token, pass } = await readerWithPass();
    const first = await useIt(pass.id, token);
    expect(await useIt(pass.id, token)).toEqual(first);
  });

  test('keeps the promise that was made at issue, whatever becomes of the coupon', async () => {
    const { token, pass, number } = await readerWithPass();
    await server.database.pool.query('update coupon set reading_days = 1 where number = $1', [number]);
    const used = await useIt(pass.id, token);
    if (used.__typename !== 'UserCoupon') throw new Error('expected a pass');
    expect(Date.parse(used.readableUntil ?? '') - Date.parse(used.usedAt ?? '')).toBe(30 * DAY_MS);
  });

  test('refuses a pass that was not used in time', async () => {
    const { token, pass, number } = await readerWithPass();
    await server.database.pool.query(
      `update user_coupon set created_at = now() - interval '2 days', expires_at = now() - interval '1 day'
       where coupon_id = (select id from coupon where number = $1)`,
      [number],
    );
    expect(await useIt(pass.id, token)).toMatchObject({ __typename: 'UserCouponExpired' });
  });

  test('refuses a pass that was taken back', async () => {
    const { token, pass, number } = await readerWithPass();
    await server.database.pool.query(
      'update user_coupon set revoked_at = now() where coupon_id = (select id from coupon where number = $1)',
      [number],
    );
    expect(await useIt(pass.id, token)).toMatchObject({ __typename: 'UserCouponRevoked' });
  });

  test("knows nothing of another reader's pass, nor of an id that is none", async () => {
    const { pass } = await readerWithPass();
    const stranger = server.tokenFor(await buildUser(server.database));
    for (const id of [pass.id, 'nonsense', '', `${pass.id}9`, `${'-'.repeat(36)}:1`]) {
      expect(await useIt(id, stranger)).toMatchObject({ __typename: 'UserCouponNotFound' });
    }
  });
});

describe('myCoupons', () => {
  test('lists the passes of the reader alone, newest first', async () => {
    const { token, pass } = await readerWithPass();
    await readerWithPass();
    const { number } = await buildCoupon(server.database);
    await server.run(DownloadCouponDocument, { couponNumber: number }, { token });
    const { myCoupons } = await server.run(MyCouponsDocument, {}, { token });
    expect(myCoupons.map(({ coupon }) => coupon.number)).toEqual([number, pass.coupon.number]);
  });
});
