import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { IssuingOptions } from '#coupons/issuing/issuing-engine.js';
import { sweepTallies } from '#coupons/tallies/sweep-tallies.js';
import { Tallies } from '#coupons/tallies/tallies.js';
import { createLogger } from '#platform/logging.js';
import { claimAll, startEngine } from '#testing/engines.js';
import { buildCoupon, buildUser, buildUsers } from '#testing/factories.js';
import { createTestDatabase, type TestDatabase } from '#testing/test-database.js';

let database: TestDatabase;
let closers: (() => Promise<void>)[];
beforeEach(async () => {
  database = await createTestDatabase();
  closers = [];
});
afterEach(async () => {
  for (const close of closers) await close();
  await database.close();
});

const logger = createLogger('silent');

/** An engine that counts, as a process of its own would. */
async function start(options: Partial<Omit<IssuingOptions, 'pool' | 'logger'>> = {}) {
  const tallies = new Tallies({ pool: database.pool, logger });
  const engine = await startEngine(database, { ...options, tallies });
  closers.push(() => engine.close());
  return { ...engine, tallies };
}

const sums = z.object({
  issued: z.int(),
  already_issued: z.int(),
  sold_out: z.int(),
  paused: z.int(),
  not_started: z.int(),
  ended: z.int(),
  retry_later: z.int(),
});
const columns = Object.keys(sums.shape);

/** What was counted in all, kinds with nothing left out. */
async function counted(couponId: string, when: 'seconds' | 'sum'): Promise<Record<string, number>> {
  const { rows } = await database.pool.query(
    `select ${columns.map((column) => `coalesce(sum(${column}), 0)::integer as ${column}`).join(', ')}
     from coupon_tally where coupon_id = $1 and at ${when === 'sum' ? '=' : '>'} '-infinity'`,
    [couponId],
  );
  return Object.fromEntries(Object.entries(sums.parse(rows[0])).filter(([, count]) => count > 0));
}

async function rowsOf(couponId: string): Promise<number> {
  return (await database.pool.query('select from coupon_tally where coupon_id = $1', [couponId])).rows.length;
}

describe('what several processes answer adds up, by the second and in the sum:', () => {
  test('passes, passes asked for again, and refusals, from the transaction and from memory', async () => {
    const engines = [await start(), await start()];
    const coupon = await buildCoupon(database, { totalQuantity: 30 });
    const readers = await buildUsers(database, 50);
    const outcomes = await claimAll(engines, coupon.number, readers);
    const winner = outcomes.findIndex(({ kind }) => kind === 'issued');
    await claimAll(engines, coupon.number, [readers[winner] ?? '', readers[winner] ?? '']);
    for (const _ of [1, 2, 3]) {
      await claimAll(engines, coupon.number, await buildUsers(database, 10));
      await setTimeout(20); // by then the later ones are refused from memory
    }
    for (const { tallies } of engines) await tallies.close();
    const expected = { issued: 30, already_issued: 2, sold_out: 50 };
    expect(await counted(coupon.id, 'sum')).toEqual(expected);
    expect(await counted(coupon.id, 'seconds')).toEqual(expected);
  });

  test.each([
    ['paused', { status: 'PAUSED' }],
    ['not_started', { opensInMs: 60_000 }],
    ['ended', { opensInMs: -10_000, endsInMs: -5000 }],
  ] as const)('%s', async (kind, overrides) => {
    const engine = await start();
    const coupon = await buildCoupon(database, overrides);
    await claimAll([engine], coupon.number, await buildUsers(database, 7));
    await claimAll([engine], coupon.number, await buildUsers(database, 7));
    await engine.tallies.close();
    expect(await counted(coupon.id, 'sum')).toEqual({ [kind]: 14 });
  });

  test('whoever is told to come back, once the coupon is known', async () => {
    let behind = false;
    const engine = await start({ isOverloaded: () => behind });
    const coupon = await buildCoupon(database);
    await claimAll([engine], coupon.number, await buildUsers(database, 1));
    behind = true;
    await claimAll([engine], coupon.number, await buildUsers(database, 9));
    await engine.tallies.close();
    expect(await counted(coupon.id, 'sum')).toEqual({ issued: 1, retry_later: 9 });
  });
});

test('a second that is written twice adds up, and is written by itself', async () => {
  const engine = await start();
  const coupon = await buildCoupon(database, { totalQuantity: 1000 });
  await claimAll([engine], coupon.number, await buildUsers(database, 5));
  await vi.waitFor(async () => expect(await counted(coupon.id, 'sum')).toEqual({ issued: 5 }), 3000);
  await claimAll([engine], coupon.number, await buildUsers(database, 5));
  await vi.waitFor(async () => expect(await counted(coupon.id, 'sum')).toEqual({ issued: 10 }), 3000);
  expect(await counted(coupon.id, 'seconds')).toEqual({ issued: 10 });
});

describe('counting costs memory only for coupons that are there:', () => {
  test('made-up numbers leave no row', async () => {
    const engine = await start();
    const reader = await buildUser(database);
    await Promise.all(Array.from({ length: 20 }, (_, index) => engine.engine.claim(`MADE-UP-${index}`, reader)));
    await engine.tallies.close();
    const { rows } = await database.pool.query('select from coupon_tally');
    expect(rows).toEqual([]);
  });

  test('and only for so many in a second', async () => {
    const tallies = new Tallies({ pool: database.pool, logger, couponsMax: 2 });
    const coupons = await Promise.all([1, 2, 3].map(() => buildCoupon(database)));
    for (const { id } of coupons) tallies.count(id, { kind: 'sold-out' });
    await tallies.close();
    expect(await Promise.all(coupons.map(({ id }) => counted(id, 'sum')))).toEqual([
      { sold_out: 1 },
      { sold_out: 1 },
      {},
    ]);
  });
});

describe('issuing does not notice that nothing can be written, and later it adds up:', () => {
  test('the table is away', async () => {
    const warnings = { warn: vi.fn<() => void>() };
    const tallies = new Tallies({ pool: database.pool, logger: Object.assign(createLogger('silent'), warnings) });
    const engine = await startEngine(database, { tallies });
    closers.push(() => engine.close());
    const coupon = await buildCoupon(database, { totalQuantity: 100 });
    await database.pool.query('alter table coupon_tally rename to elsewhere');
    const outcomes = await claimAll([engine], coupon.number, await buildUsers(database, 3));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['issued', 'issued', 'issued']);
    await vi.waitFor(() => expect(warnings.warn).toHaveBeenCalledOnce(), 3000);
    await claimAll([engine], coupon.number, await buildUsers(database, 4));
    await setTimeout(1200); // it has failed again by now, and says so no more
    expect(warnings.warn).toHaveBeenCalledOnce();
    await database.pool.query('alter table elsewhere rename to coupon_tally');
    await vi.waitFor(async () => expect(await counted(coupon.id, 'sum')).toEqual({ issued: 7 }), 3000);
  });

  test('others wait for a connection', async () => {
    const pool = Object.create(database.pool, { waitingCount: { value: 100, writable: true } });
    const tallies = new Tallies({ pool, logger });
    const coupon = await buildCoupon(database);
    for (let second = 0; second < 2; second += 1) {
      tallies.count(coupon.id, { kind: 'paused' });
      await setTimeout(1100);
    }
    expect(await rowsOf(coupon.id)).toBe(0);
    pool.waitingCount = 0;
    await vi.waitFor(async () => expect(await counted(coupon.id, 'sum')).toEqual({ paused: 2 }), 3000);
    expect(await rowsOf(coupon.id)).toBe(3); // each second for itself, and the sum
  });
});

test('a sweep goes on until nothing old is left, also when that is more than one statement deletes', async () => {
  const coupon = await buildCoupon(database);
  await database.pool.query(
    `insert into coupon_tally (coupon_id, at, process_id, issued)
     select $1, now() - make_interval(days => 8, secs => second), gen_random_uuid(), 1 from generate_series(1, 7) as second`,
    [coupon.id],
  );
  await sweepTallies(database.pool, { rowsMax: 3 });
  expect(await rowsOf(coupon.id)).toBe(0);
});

test('a sweep takes old seconds and whatever belongs to no coupon any more', async () => {
  const [coupon, gone] = [await buildCoupon(database), await buildCoupon(database)];
  await database.pool.query(
    `insert into coupon_tally (coupon_id, at, process_id, issued)
     select coupon_id, at, gen_random_uuid(), 1 from unnest($1::uuid[]) as coupon_id,
       unnest(array['-infinity', now() - interval '8 days', now()]::timestamptz[]) as at`,
    [[coupon.id, gone.id]],
  );
  await database.pool.query('delete from coupon where id = $1', [gone.id]);
  await sweepTallies(database.pool);
  expect([await rowsOf(coupon.id), await rowsOf(gone.id)]).toEqual([2, 1]);
});
