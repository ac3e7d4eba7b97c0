import {
  CloseCouponDocument,
  LowerCouponDocument,
  PauseCouponDocument,
  ResumeCouponDocument,
  TopUpCouponDocument,
} from '@pagedrop/sdk';
import { v7 as uuid } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { lowered } from '#admin/coupons/operations/lower-coupon.js';
import { dropConstraints } from '#testing/drop-constraints.js';
import { breachesOf, claimThrough } from '#testing/drop-history.js';
import { buildCoupon } from '#testing/factories.js';
import { staffToken } from '#testing/staff.js';
import { createTestDatabase, type TestDatabase } from '#testing/test-database.js';
import { startTestServer, type TestServer } from '#testing/test-server.js';

let database: TestDatabase;
let servers: [TestServer, TestServer];
let token: string;
beforeEach(async () => {
  database = await createTestDatabase();
  servers = [await startTestServer({ database, remember: true }), await startTestServer({ database, remember: true })];
  token = await staffToken(servers[0], 'OPERATOR');
});
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  await database.close();
});

interface Target {
  readonly id: string;
  readonly number: string;
}

const rowOf = z.object({
  totalQuantity: z.int(),
  issuedQuantity: z.int(),
  returnedQuantity: z.int(),
  status: z.enum(['ACTIVE', 'PAUSED', 'COMPLETE']),
  version: z.int(),
});
async function look({ id }: Target) {
  const { rows } = await database.pool.query(
    `select total_quantity as "totalQuantity", issued_quantity as "issuedQuantity",
       returned_quantity as "returnedQuantity", status, version from coupon where id = $1`,
    [id],
  );
  return rowOf.parse(rows[0]);
}

const random = (below: number) => Math.floor(Math.random() * below);
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Everything that operators do to a drop while it runs; each through HTTP, and each as often as it comes. */
const operations = {
  topUp: ({ number }: Target, server: TestServer) =>
    server.run(TopUpCouponDocument, { couponNumber: number, by: 1 + random(60), operationId: uuid() }, { token }),
  async lower(target: Target, server: TestServer) {
    const { totalQuantity, issuedQuantity } = await look(target);
    const left = totalQuantity - issuedQuantity;
    const less = random(4) === 0 ? left : random(Math.ceil(left / 4) + 1);
    const to = Math.max(1, totalQuantity - less); // at times too low when it comes
    await server
      .run(LowerCouponDocument, { couponNumber: target.number, totalQuantity: to }, { token })
      .catch(orRaised);
  },
  async pauseAndResume({ number }: Target, server: TestServer) {
    await server.run(PauseCouponDocument, { couponNumber: number }, { token });
    await sleep(random(60));
    await server.run(ResumeCouponDocument, { couponNumber: number }, { token });
  },
  async edit({ id }: Target, server: TestServer) {
    const found = await server.graphql(`{ coupon(id: "${id}") { ${FORM} version book { id } } }`, { token });
    const { book, version, ...form } = editable.parse(found.data).coupon;
    const input = { ...form, bookId: book.id, totalQuantity: form.totalQuantity + random(21) - 10 };
    const summary = await server.graphql(SUMMARY, { token, variables: { id, input } });
    const { confirm } = confirmed.parse(summary.data).launchSummary ?? { confirm: '' };
    await server.graphql(UPDATE, { token, variables: { id, version, input, confirm } }); // refused when others were faster
  },
  async revokeToStock({ id }: Target, server: TestServer) {
    const { rows } = await database.pool.query<{ sequence: number }>(
      'select sequence from user_coupon where coupon_id = $1 and revoked_at is null order by random() limit 1',
      [id],
    );
    const variables = { ids: rows.map(({ sequence }) => `${id}:${sequence}`) };
    const { errors } = rows.length > 0 ? await server.graphql(REVOKE, { token, variables }) : {};
    if (errors) throw new Error(JSON.stringify(errors));
  },
};

const FORM = 'number totalQuantity visibility startsAt endsAt useWithinDays readingDays';
const REVOKE = `mutation ($ids: [ID!]!) {
  revokeUserCoupons(ids: $ids, returnToStock: true, reason: "too early") { id } }`;
const SUMMARY = 'query ($id: ID!, $input: CouponInput!) { launchSummary(id: $id, input: $input) { confirm } }';
const UPDATE = `mutation ($id: ID!, $version: Int!, $input: CouponInput!, $confirm: String!) {
  updateCoupon(id: $id, version: $version, input: $input, confirm: $confirm) { id } }`;
const editable = z.object({
  coupon: z.object({ totalQuantity: z.int(), version: z.int(), book: z.object({ id: z.string() }) }).loose(),
});
const confirmed = z.object({ launchSummary: z.object({ confirm: z.string() }).nullish() }).catch({});

/** Another operator has lowered it further meanwhile: "give a lower total" is an answer too. */
function orRaised(error: unknown): void {
  if (!String(error).includes('TOO_LARGE')) throw error;
}

/** Operators at work, three at a time, until told to stop; answers how often each thing was done. */
function operate(target: Target, todo: Record<string, (target: Target, server: TestServer) => Promise<unknown>>) {
  const done: Record<string, number> = {};
  const stop = new AbortController();
  const verbs = Object.entries(todo);
  const working = [0, 1, 2].map(async (operator) => {
    for (let turn = operator; !stop.signal.aborted; turn += 1) {
      const [name, act] = verbs[turn % verbs.length] ?? [];
      const server = servers[turn % 2 === 0 ? 0 : 1];
      if (name !== undefined && act) {
        await act(target, server);
        done[name] = (done[name] ?? 0) + 1;
      }
      await sleep(random(20));
    }
  });
  return async () => {
    stop.abort();
    await Promise.all(working);
    return done;
  };
}

/** What the totals in the log add up to; every change of it is there, so that one that was overwritten shows. */
async function totalByTheLog({ id }: Target, begun: number): Promise<number> {
  const { rows } = await database.pool.query<{ sum: number }>(
    `select coalesce(sum((after ->> 'totalQuantity')::integer - (before ->> 'totalQuantity')::integer), 0)::integer as sum
     from audit_entry where object_id = $1 and after ? 'totalQuantity'`,
    [id],
  );
  return begun + (rows[0]?.sum ?? 0);
}

test('while 5,000 readers claim, operators top up, lower, pause, resume, edit and return passes: every invariant holds', async () => {
  const target = await buildCoupon(database, { totalQuantity: 1500 });
  const stop = operate(target, operations);
  const history = await claimThrough(servers, target, 5000);
  const done = await stop();
  for (const times of Object.values(done)) expect(times).toBeGreaterThan(4);
  expect(history.told).toHaveLength(5000);
  expect(await breachesOf(database.pool, target.id, history)).toEqual([]);
  expect((await look(target)).totalQuantity).toBe(await totalByTheLog(target, 1500));

  // Enough demand, and exactly as many as there are: nothing was lost on the way.
  await operations.topUp(target, servers[0]);
  const told = [...history.told];
  for (let isOpen = true; isOpen;) {
    told.push(...(await claimThrough(servers, target, 100)).told);
    const { issuedQuantity, totalQuantity } = await look(target);
    isOpen = issuedQuantity < totalQuantity;
  }
  expect(await breachesOf(database.pool, target.id, { told, impossible: history.impossible })).toEqual([]);
  const { issuedQuantity, totalQuantity, status } = await look(target);
  expect({ issuedQuantity, status }).toEqual({ issuedQuantity: totalQuantity, status: 'COMPLETE' });
}, 180_000);

test('closed in mid-drop, it gives nothing more: no pass returned and no top-up brings it back', async () => {
  const target = await buildCoupon(database, { totalQuantity: 2000 });
  const claiming = claimThrough(servers, target, 1500);
  await expect.poll(async () => (await look(target)).issuedQuantity, { timeout: 20_000 }).toBeGreaterThan(100);
  const { closeCoupon } = await servers[1].run(CloseCouponDocument, { couponNumber: target.number }, { token });
  const atClose = (await look(target)).issuedQuantity;
  expect(closeCoupon).toMatchObject({ status: 'COMPLETE', issuedQuantity: atClose });
  await operations.revokeToStock(target, servers[0]);
  expect(await operations.topUp(target, servers[0])).toMatchObject({ topUpCoupon: { __typename: 'CouponClosed' } });

  const history = await claiming;
  expect(await breachesOf(database.pool, target.id, history)).toEqual([]);
  expect(await look(target)).toMatchObject({ status: 'COMPLETE', issuedQuantity: atClose });
  expect(history.told.filter(({ refusal }) => refusal === 'CouponEnded')).toHaveLength(1500 - atClose);
}, 60_000);

/** The same decision, but read, decided and written without the lock: what it was read for is gone by then. */
async function lowerWithoutLock(target: Target): Promise<void> {
  const coupon = await look(target);
  const decision = lowered(coupon, Math.max(1, coupon.issuedQuantity));
  await sleep(100);
  if (!('totalQuantity' in decision)) return;
  await database.pool.query('update coupon set total_quantity = $2, status = $3 where id = $1', [
    target.id,
    decision.totalQuantity,
    decision.status,
  ]);
}

test('control: lowered without the lock and the constraints, more passes are out than there are', async () => {
  const target = await buildCoupon(database, { totalQuantity: 2000 });
  await dropConstraints(database);
  const claiming = claimThrough(servers, target, 1500);
  await expect.poll(async () => (await look(target)).issuedQuantity, { timeout: 20_000 }).toBeGreaterThan(100);
  await lowerWithoutLock(target);
  const broken = await breachesOf(database.pool, target.id, await claiming);
  expect(broken).toContain('quantity = totalQuantity - issuedQuantity, and never below 0');
}, 60_000);

test('control: a total that is written without looking does not add up to the log', async () => {
  const target = await buildCoupon(database, { totalQuantity: 5000 });
  const { totalQuantity } = await look(target);
  await Promise.all([operations.topUp(target, servers[0]), operations.topUp(target, servers[1])]);
  await database.pool.query('update coupon set total_quantity = $2 where id = $1', [target.id, totalQuantity + 1]);
  expect((await look(target)).totalQuantity).not.toBe(await totalByTheLog(target, 5000));
});
