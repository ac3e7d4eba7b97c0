import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { issueStatements } from '#coupons/issuing/statements.js';
import { verify } from '#coupons/verify.js';
import { dropConstraints } from '#testing/drop-constraints.js';
import { claimAll, startEngine, tally } from '#testing/engines.js';
import { buildCoupon, buildUser, buildUsers } from '#testing/factories.js';
import { createTestDatabase, type TestDatabase } from '#testing/test-database.js';

type Engine = Awaited<ReturnType<typeof startEngine>>;

let database: TestDatabase;
let engines: Engine[];

beforeEach(async () => {
  database = await createTestDatabase();
  engines = [];
});
afterEach(async () => {
  await Promise.all(engines.map((engine) => engine.close()));
  await database.close();
});

/** Three server processes' worth of engines. */
async function startEngines(options: Parameters<typeof startEngine>[1] = {}): Promise<Engine[]> {
  engines = await Promise.all([1, 2, 3].map(() => startEngine(database, options)));
  return engines;
}

async function startOne(options: Parameters<typeof startEngine>[1]): Promise<Engine[]> {
  engines = [await startEngine(database, options)];
  return engines;
}

async function brokenRules(): Promise<string[]> {
  const { checks } = await verify(database.pool);
  return checks.filter(({ breaches }) => breaches.length > 0).map(({ rule }) => rule);
}

async function countPasses(couponId: string): Promise<number> {
  const { rows } = await database.pool.query<{ passes: number }>(
    'select count(*)::integer as passes from user_coupon where coupon_id = $1',
    [couponId],
  );
  return rows[0]?.passes ?? 0;
}

/** What the predecessor's code would be without its lock: read, decide, write. */
const withoutLock = {
  ...issueStatements,
  lockCoupon: issueStatements.lockCoupon.replace('for update of c', ''),
};

/** And with a moment between looking and writing, so that the control goes red every time and not only mostly. */
const slowWithoutLock = {
  ...withoutLock,
  insertPasses: issueStatements.insertPasses.replace('from unnest(', 'from pg_sleep(0.3), unnest('),
};

describe('200 readers on 20 passes, from three servers', () => {
  test.each([1, 7, 500])('in batches of up to %i: exactly 20 are issued', async (batchMax) => {
    const coupon = await buildCoupon(database, { totalQuantity: 20 });
    const readers = await buildUsers(database, 200);
    const outcomes = await claimAll(await startEngines({ batchMax }), coupon.number, readers);
    expect(tally(outcomes)).toEqual({ issued: 20, 'sold-out': 180 });
    expect(await countPasses(coupon.id)).toBe(20);
    expect(await brokenRules()).toEqual([]);
  });

  test('without the lock the constraints still hold the number', async () => {
    const coupon = await buildCoupon(database, { totalQuantity: 20 });
    const readers = await buildUsers(database, 200);
    await claimAll(await startEngines({ batchMax: 1, statements: withoutLock }), coupon.number, readers);
    expect(await countPasses(coupon.id)).toBeLessThanOrEqual(20);
    expect(await brokenRules()).toEqual([]);
  });

  test('control: without the lock and the constraints too many are issued', async () => {
    const coupon = await buildCoupon(database, { totalQuantity: 20 });
    const readers = await buildUsers(database, 200);
    await dropConstraints(database);
    const outcomes = await claimAll(await startEngines({ statements: slowWithoutLock }), coupon.number, readers);
    expect(tally(outcomes)['issued']).toBeGreaterThan(20);
    expect(await brokenRules()).toContain('quantity = totalQuantity - issuedQuantity, and never below 0');
  });
});

describe('one reader, 50 times at once', () => {
  test('gets one pass, and every answer is that pass', async () => {
    const coupon = await buildCoupon(database, { totalQuantity: 20 });
    const reader = await buildUser(database);
    const outcomes = await claimAll(await startEngines(), coupon.number, Array<string>(50).fill(reader));
    const passes = outcomes.map((outcome) => (outcome.kind === 'issued' ? outcome.pass.code : outcome.kind));
    expect(new Set(passes).size).toBe(1);
    expect(outcomes.filter((outcome) => outcome.kind === 'issued' && !outcome.alreadyIssued)).toHaveLength(1);
    expect(await countPasses(coupon.id)).toBe(1);
    expect(await brokenRules()).toEqual([]);
  });

  test('control: without the lock and the unique key he gets several', async () => {
    const coupon = await buildCoupon(database, { totalQuantity: 20 });
    const reader = await buildUser(database);
    await dropConstraints(database);
    await claimAll(await startEngines({ statements: slowWithoutLock }), coupon.number, Array<string>(50).fill(reader));
    expect(await brokenRules()).toContain('at most one pass per reader and coupon');
  });
});

describe('order', () => {
  test('of arrival at one server is the order of the passes', async () => {
    const coupon = await buildCoupon(database, { totalQuantity: 300 });
    const readers = await buildUsers(database, 300);
    const outcomes = await claimAll(await startOne({ batchMax: 50 }), coupon.number, readers);
    const sequences = outcomes.map((outcome) => (outcome.kind === 'issued' ? outcome.pass.sequence : 0));
    expect(sequences).toEqual(readers.map((_, index) => index + 1));
  });
});

describe('the queue', () => {
  test('is bounded: past the bound the answer is RetryLater at once, and nobody loses', async () => {
    const coupon = await buildCoupon(database, { totalQuantity: 1000 });
    const readers = await buildUsers(database, 300);
    const one = await startOne({ queueMax: 100, batchMax: 10 });
    const outcomes = await claimAll(one, coupon.number, readers);
    expect(tally(outcomes)).toEqual({ issued: 100, 'retry-later': 200 });
    expect(tally(await claimAll(one, coupon.number, readers.slice(100, 200)))).toEqual({ issued: 100 });
  });
});
