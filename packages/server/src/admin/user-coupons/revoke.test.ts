import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { PASS_LOCKS } from '#admin/user-coupons/lock-passes.js';
import { revokeUserCoupons } from '#admin/user-coupons/revoke-user-coupons.js';
import { verify } from '#coupons/verify.js';
import { dropConstraints } from '#testing/drop-constraints.js';
import { buildCoupon } from '#testing/factories.js';
import { claim, takePass } from '#testing/passes.js';
import { staffContext, staffToken } from '#testing/staff.js';
import { startTestServer, type TestServer } from '#testing/test-server.js';

let server: TestServer;
let token: string;
beforeAll(async () => {
  server = await startTestServer({ remember: true });
  token = await staffToken(server, 'SUPPORT');
});
afterAll(() => server.close());

const revoke = `mutation ($ids: [ID!]!, $returnToStock: Boolean!, $reason: String!) {
  revokeUserCoupons(ids: $ids, returnToStock: $returnToStock, reason: $reason) {
    id revokedAt returnedToStock coupon { totalQuantity returnedQuantity issuedQuantity quantity status } } }`;
const answered = z.object({
  revokeUserCoupons: z.array(
    z.object({
      id: z.string(),
      revokedAt: z.string(),
      returnedToStock: z.boolean(),
      coupon: z.object({
        totalQuantity: z.int(),
        returnedQuantity: z.int(),
        issuedQuantity: z.int(),
        quantity: z.int(),
        status: z.string(),
      }),
    }),
  ),
});

const send = (ids: readonly string[], returnToStock: boolean, reason = '잘못 나감') =>
  server.graphql(revoke, { token, variables: { ids, returnToStock, reason } });
const run = async (ids: readonly string[], returnToStock: boolean) =>
  answered.parse((await send(ids, returnToStock)).data).revokeUserCoupons;
const entries = async (objectId: string) =>
  (
    await server.database.pool.query(
      'select action, note, before, after from audit_entry where object_id = $1 order by at',
      [objectId],
    )
  ).rows;
async function brokenRules(of = server): Promise<string[]> {
  const { checks } = await verify(of.database.pool);
  return checks.filter(({ breaches }) => breaches.length > 0).map(({ rule }) => rule);
}

describe('a pass that is revoked', () => {
  test('is one pass when it is named in small letters and in capitals', async () => {
    const pass = await takePass(server, (await buildCoupon(server.database)).number);
    const done = await run([pass.id, pass.id.toUpperCase()], true);
    expect(done).toMatchObject([{ id: pass.id, coupon: { returnedQuantity: 1 } }]);
  });

  test('is revoked on its reader’s page at once, once, and with its reason in the log', async () => {
    const { number } = await buildCoupon(server.database);
    const pass = await takePass(server, number);
    for (const _ of [1, 2]) {
      expect(await run([pass.id], false)).toMatchObject([
        { id: pass.id, returnedToStock: false, coupon: { totalQuantity: 10, quantity: 9, returnedQuantity: 0 } },
      ]);
    }
    const mine = '{ myCoupons { id revokedAt } }';
    expect((await server.graphql(mine, { token: pass.token })).data).toMatchObject({
      myCoupons: [{ id: pass.id, revokedAt: expect.any(String) }],
    });
    const use = `mutation { useCoupon(id: "${pass.id}") { __typename } }`;
    expect((await server.graphql(use, { token: pass.token })).data).toEqual({
      useCoupon: { __typename: 'UserCouponRevoked' },
    });
    expect(await entries(pass.id)).toMatchObject([
      {
        action: 'userCoupon.revoke',
        note: '잘못 나감',
        before: { revokedAt: null },
        after: { returnedToStock: false },
      },
    ]);
  });

  test('and returned goes to the next reader of a sold-out coupon as another pass', async () => {
    const { id, number } = await buildCoupon(server.database, { totalQuantity: 1 });
    const pass = await takePass(server, number);
    expect(await claim(server, number)).toBe('CouponSoldOut');
    for (const _ of [1, 2]) {
      expect(await run([pass.id], true)).toMatchObject([
        { returnedToStock: true, coupon: { totalQuantity: 2, quantity: 1, returnedQuantity: 1, status: 'ACTIVE' } },
      ]);
    }
    const next = await takePass(server, number);
    expect(next.sequence).toBe(2);
    expect(next.code).not.toBe(pass.code);
    expect(await claim(server, number)).toBe('CouponSoldOut');
    expect(await entries(id)).toMatchObject([
      {
        action: 'userCoupon.revoke',
        before: { totalQuantity: 1, returnedQuantity: 0, status: 'COMPLETE' },
        after: { totalQuantity: 2, returnedQuantity: 1, status: 'ACTIVE' },
      },
    ]);
    expect(await brokenRules()).toEqual([]);
  });

  test('stays given back, but can be given back later', async () => {
    const { number } = await buildCoupon(server.database);
    const pass = await takePass(server, number);
    const [first] = await run([pass.id], false);
    const [second] = await run([pass.id], true);
    expect(second).toMatchObject({ revokedAt: first?.revokedAt, returnedToStock: true });
    expect(await run([pass.id], false)).toEqual([second]);
    expect(await brokenRules()).toEqual([]);
  });

  test.each([
    ['PAUSED', { status: 'PAUSED', quantity: 10 }],
    ['COMPLETE', { status: 'COMPLETE', quantity: 10 }],
  ] as const)('opens no coupon that somebody has made %s', async (status, expected) => {
    const { id, number } = await buildCoupon(server.database);
    const pass = await takePass(server, number);
    await server.database.pool.query('update coupon set status = $2 where id = $1', [id, status]);
    expect(await run([pass.id], true)).toMatchObject([{ coupon: expected }]);
  });
});

test('many are revoked together or not at all', async () => {
  const coupons = await Promise.all([1, 2].map(() => buildCoupon(server.database)));
  const passes = await Promise.all(
    coupons.flatMap(({ number }) => [takePass(server, number), takePass(server, number)]),
  );
  const ids = passes.map(({ id }) => id);
  const missing = `${coupons[0]?.id}:9`;
  expect((await send([...ids, missing], true)).errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
  expect((await send([...ids, 'x'], true)).errors?.[0]?.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    problems: [{ field: 'ids.4', reason: 'BAD_FORMAT' }],
  });
  expect((await send(ids, true, ' ')).errors?.[0]?.extensions).toMatchObject({
    problems: [{ field: 'reason', reason: 'REQUIRED' }],
  });
  expect(await entries(ids[0] ?? '')).toEqual([]);
  const done = await run(ids, true);
  expect(done.map(({ id }) => id)).toEqual(ids);
  expect(done.every(({ coupon }) => coupon.totalQuantity === 12 && coupon.quantity === 10)).toBe(true);
  expect(await brokenRules()).toEqual([]);
});

describe('two of the staff who return the same pass at once', () => {
  /** Both look before either writes. */
  const slowly = { ...PASS_LOCKS, passes: PASS_LOCKS.passes.replace('now() from', 'now(), pg_sleep(0.3) from') };
  const without = (sql: string) => sql.replace(' for update', '');
  const withoutLocks = { coupons: without(slowly.coupons), passes: without(slowly.passes) };

  async function both(of: TestServer, locks: typeof PASS_LOCKS) {
    const { id, number } = await buildCoupon(of.database, { totalQuantity: 2 });
    const pass = await takePass(of, number);
    await takePass(of, number);
    const outcomes = await Promise.allSettled(
      [1, 2].map(async () =>
        revokeUserCoupons(
          staffContext(of, await staffToken(of, 'SUPPORT')),
          { ids: [pass.id], returnToStock: true, reason: '두 번' },
          locks,
        ),
      ),
    );
    const { rows } = await of.database.pool.query('select total_quantity from coupon where id = $1', [id]);
    return { outcomes: outcomes.map(({ status }) => status), total: rows };
  }

  test('make the stock grow by one', async () => {
    expect(await both(server, slowly)).toEqual({
      outcomes: ['fulfilled', 'fulfilled'],
      total: [{ total_quantity: 3 }],
    });
    expect(await brokenRules()).toEqual([]);
  });

  test('without the locks the database refuses the second', async () => {
    const { outcomes, total } = await both(server, withoutLocks);
    expect(outcomes.sort()).toEqual(['fulfilled', 'rejected']);
    expect(total).toEqual([{ total_quantity: 3 }]);
  });

  test('control: without the locks and the constraints it grows by two', async () => {
    const open = await startTestServer();
    try {
      await dropConstraints(open.database);
      expect(await both(open, withoutLocks)).toMatchObject({ total: [{ total_quantity: 4 }] });
      expect(await brokenRules(open)).toEqual([
        'returnedQuantity is the number of passes that went back to stock, and those are revoked',
      ]);
    } finally {
      await open.close();
    }
  });
});
