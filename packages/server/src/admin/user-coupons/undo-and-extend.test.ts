import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCoupon } from '#testing/factories.js';
import { takePass } from '#testing/passes.js';
import { staffToken } from '#testing/staff.js';
import { startTestServer, type TestServer } from '#testing/test-server.js';

let server: TestServer;
let token: string;
beforeAll(async () => {
  server = await startTestServer();
  token = await staffToken(server, 'SUPPORT');
});
afterAll(() => server.close());

const undo = `mutation ($ids: [ID!]!) { undoUserCouponUses(ids: $ids, reason: "실수로 씀") { isUsed readableUntil } }`;
const extend = `mutation ($ids: [ID!]!, $expiresAt: DateTime!, $allowEarlier: Boolean) {
  extendUserCoupons(ids: $ids, expiresAt: $expiresAt, reason: "장애 보상", allowEarlier: $allowEarlier) { expiresAt readableUntil } }`;
const revoke = `mutation ($ids: [ID!]!) { revokeUserCoupons(ids: $ids, returnToStock: false, reason: "x") { id } }`;
const mine = '{ myCoupons { isUsed usedAt readableUntil expiresAt } }';

const ask = (query: string, variables: Record<string, unknown>) => server.graphql(query, { token, variables });
const refusal = async (query: string, variables: Record<string, unknown>) =>
  (await ask(query, variables)).errors?.[0]?.extensions;
const aPass = async () => takePass(server, (await buildCoupon(server.database)).number);
const use = ({ id, token: reader }: { id: string; token: string }) =>
  server.graphql(`mutation { useCoupon(id: "${id}") { __typename ... on UserCoupon { isUsed } } }`, { token: reader });
const entries = async (objectId: string) =>
  (
    await server.database.pool.query(
      'select action, note, before, after from audit_entry where object_id = $1 order by at',
      [objectId],
    )
  ).rows;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

describe('undoing a use', () => {
  test('makes the pass unused on its reader’s page at once, and he can use it again', async () => {
    const pass = await aPass();
    await use(pass);
    for (const _ of [1, 2]) {
      expect((await ask(undo, { ids: [pass.id] })).data).toEqual({
        undoUserCouponUses: [{ isUsed: false, readableUntil: null }],
      });
    }
    expect((await server.graphql(mine, { token: pass.token })).data).toMatchObject({
      myCoupons: [{ isUsed: false, usedAt: null, readableUntil: null }],
    });
    expect(await entries(pass.id)).toMatchObject([
      {
        action: 'userCoupon.undoUse',
        note: '실수로 씀',
        before: { usedAt: expect.any(String) },
        after: { usedAt: null, readableUntil: null },
      },
    ]);
    expect((await use(pass)).data).toEqual({ useCoupon: { __typename: 'UserCoupon', isUsed: true } });
  });

  test('is refused for all when one is revoked, in words with its code', async () => {
    const [used, revoked] = [await aPass(), await aPass()];
    await use(used);
    await use(revoked);
    await ask(revoke, { ids: [revoked.id] });
    const { errors } = await ask(undo, { ids: [used.id, revoked.id] });
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'CONFLICT', reason: 'REVOKED' } });
    expect(errors?.[0]?.message).toContain(revoked.code);
    expect((await server.graphql(mine, { token: used.token })).data).toMatchObject({ myCoupons: [{ isUsed: true }] });
  });
});

describe('extending', () => {
  test('lets an unused pass be used until then, also one that had expired', async () => {
    const pass = await aPass();
    await server.database.pool.query(
      `update user_coupon set created_at = now() - interval '5 days', expires_at = now() - interval '1 day' where code = $1`,
      [pass.code.replaceAll('-', '')],
    );
    expect((await use(pass)).data).toEqual({ useCoupon: { __typename: 'UserCouponExpired' } });
    const expiresAt = inDays(2);
    for (const _ of [1, 2]) {
      expect((await ask(extend, { ids: [pass.id], expiresAt })).data).toEqual({
        extendUserCoupons: [{ expiresAt, readableUntil: null }],
      });
    }
    expect(await entries(pass.id)).toMatchObject([
      { action: 'userCoupon.extend', note: '장애 보상', after: { expiresAt } },
    ]);
    expect((await use(pass)).data).toEqual({ useCoupon: { __typename: 'UserCoupon', isUsed: true } });
  });

  test('lets a used pass be read until then, and leaves its other clock alone', async () => {
    const pass = await aPass();
    await use(pass);
    const until = inDays(60);
    expect((await ask(extend, { ids: [pass.id], expiresAt: until })).data).toMatchObject({
      extendUserCoupons: [{ readableUntil: until, expiresAt: expect.not.stringContaining(until) }],
    });
    expect((await server.graphql(mine, { token: pass.token })).data).toMatchObject({
      myCoupons: [{ readableUntil: until }],
    });
  });

  test.each([
    ['a moment that has passed', -1, 'IN_THE_PAST'],
    ['more than ten years', 3651, 'TOO_LARGE'],
    ['a moment before the one in force', 1, 'EARLIER'],
  ])('refuses %s', async (_what, days, reason) => {
    const pass = await aPass();
    expect(await refusal(extend, { ids: [pass.id], expiresAt: inDays(days) })).toMatchObject({
      code: 'BAD_USER_INPUT',
      problems: [{ field: 'expiresAt', reason }],
    });
    expect(await entries(pass.id)).toEqual([]);
  });

  test('takes an earlier moment from who says that he means it', async () => {
    const pass = await aPass();
    const expiresAt = inDays(1);
    expect((await ask(extend, { ids: [pass.id], expiresAt, allowEarlier: true })).data).toMatchObject({
      extendUserCoupons: [{ expiresAt }],
    });
  });

  test('is refused for a revoked pass', async () => {
    const pass = await aPass();
    await ask(revoke, { ids: [pass.id] });
    expect(await refusal(extend, { ids: [pass.id], expiresAt: inDays(9) })).toMatchObject({ reason: 'REVOKED' });
  });
});
