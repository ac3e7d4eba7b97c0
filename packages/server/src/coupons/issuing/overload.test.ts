import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ClaimOutcome } from '#coupons/issuing/claim.js';
import { Crowd } from '#coupons/issuing/crowd.js';
import { claimAll, startEngine, tally } from '#testing/engines.js';
import { buildCoupon, buildUser, buildUsers } from '#testing/factories.js';
import { createTestDatabase, type TestDatabase } from '#testing/test-database.js';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.close());

/** Holds the coupon's row until told otherwise, so that whoever claims it waits. */
async function holdUp(couponId: string): Promise<() => Promise<void>> {
  const holder = await database.pool.connect();
  await holder.query('begin');
  await holder.query('select from coupon where id = $1 for update', [couponId]);
  return async () => {
    await holder.query('commit');
    holder.release();
  };
}

const delayOf = (outcome: ClaimOutcome) => (outcome.kind === 'retry-later' ? outcome.retryAfterMs : NaN);

describe('whoever comes past the bounds of the queue is sent away at once:', () => {
  test('too many wait', async () => {
    const server = await startEngine(database, { queueMax: 50 });
    const coupon = await buildCoupon(database, { totalQuantity: 100 });
    const readers = await buildUsers(database, 80);
    const letGo = await holdUp(coupon.id);
    const waiting = claimAll([server], coupon.number, readers.slice(0, 50));
    await setTimeout(100);
    // Nothing but the answer "come back" can be given while the row is held.
    expect(tally(await claimAll([server], coupon.number, readers.slice(50)))).toEqual({ 'retry-later': 30 });
    await letGo();
    expect(tally(await waiting)).toEqual({ issued: 50 });
    expect(tally(await claimAll([server], coupon.number, readers.slice(50)))).toEqual({ issued: 30 });
    await server.close();
  });

  test('one reader with made-up numbers, but nobody else', async () => {
    const server = await startEngine(database);
    const coupon = await buildCoupon(database);
    const [greedy, other] = await buildUsers(database, 2);
    const asked = Array.from({ length: 200 }, (_, index) => server.engine.claim(`MADE-UP-${index}`, greedy ?? ''));
    const theirs = server.engine.claim(coupon.number, other ?? '');
    expect(tally(await Promise.all(asked))).toEqual({ 'not-found': 64, 'retry-later': 136 });
    expect((await theirs).kind).toBe('issued');
    expect((await server.engine.claim(coupon.number, greedy ?? '')).kind).toBe('issued');
    await server.close();
  });

  test('the process is behind, but what it remembers it still says', async () => {
    let behind = false;
    const server = await startEngine(database, { isOverloaded: () => behind });
    const [open, closed] = [await buildCoupon(database), await buildCoupon(database, { status: 'PAUSED' })];
    await server.engine.claim(closed.number, await buildUser(database));
    behind = true;
    expect((await server.engine.claim(open.number, await buildUser(database))).kind).toBe('retry-later');
    expect((await server.engine.claim(closed.number, await buildUser(database))).kind).toBe('paused');
    behind = false;
    expect((await server.engine.claim(open.number, await buildUser(database))).kind).toBe('issued');
    await server.close();
  });

  test('the first in the queue has waited for more than five seconds', async () => {
    // One at a time, the second holds still for as long as a lock may be waited for.
    const server = await startEngine(database, { batchMax: 1 });
    const coupon = await buildCoupon(database);
    const readers = await buildUsers(database, 3);
    const letGo = await holdUp(coupon.id);
    const waiting = claimAll([server], coupon.number, readers.slice(0, 2));
    await setTimeout(3000);
    const young = server.engine.claim(coupon.number, await buildUser(database));
    await setTimeout(2300);
    const began = performance.now();
    const late = await server.engine.claim(coupon.number, readers[2] ?? '');
    expect(late.kind).toBe('retry-later');
    expect(performance.now() - began).toBeLessThan(1000); // while the row is held for longer
    await letGo();
    expect(tally([...(await waiting), await young])).toEqual({ issued: 3 });
    await server.close();
  });
});

describe('the word when to come back', () => {
  const delays = (count: number, crowd: Crowd) => Array.from({ length: count }, () => delayOf(crowd.sendAway()));
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

  test('grows with the crowd, is never the same, and stays within ten seconds', () => {
    const crowd = new Crowd();
    const [first, later] = [delays(100, crowd), [delays(5000, crowd), delays(100, crowd)].flat().slice(-100)];
    expect(mean(first)).toBeGreaterThan(500);
    expect(mean(first)).toBeLessThan(3000);
    expect(mean(later)).toBeGreaterThan(2 * mean(first));
    expect(Math.max(...later)).toBeLessThanOrEqual(10_000);
    expect(new Set(later).size).toBeGreaterThan(90);
  });

  test('is shorter where more are being served', () => {
    const [slow, fast] = [new Crowd(), new Crowd()];
    fast.served(100_000);
    delays(3000, slow);
    delays(3000, fast);
    expect(mean(delays(100, fast))).toBeLessThan(mean(delays(100, slow)) / 2);
  });
});
