import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { Holders } from '#coupons/issuing/holders.js';
import { claimAll, startEngine } from '#testing/engines.js';
import { buildCoupon, buildUsers } from '#testing/factories.js';
import { createTestDatabase } from '#testing/test-database.js';

test('the filter names every holder, few others, and reads only what is new', async () => {
  const database = await createTestDatabase();
  const server = await startEngine(database);
  const coupon = await buildCoupon(database, { totalQuantity: 2000 });
  const early = await buildUsers(database, 1000);
  const late = await buildUsers(database, 500);
  await claimAll([server], coupon.number, early);

  const holders = new Holders({ id: coupon.id, totalQuantity: 2000 });
  const knows = (issued: number) => !holders.mayHold(uuid(), issued);
  await holders.learn(database.pool, 1000);
  expect(early.filter((id) => !holders.mayHold(id, 1000))).toEqual([]);
  const strangers = Array.from({ length: 4000 }, () => uuid());
  expect(strangers.filter((id) => holders.mayHold(id, 1000)).length).toBeLessThan(10);

  await claimAll([server], coupon.number, late);
  expect(knows(1500)).toBe(false); // until it has read on, everybody may be one of the new ones
  await holders.learn(database.pool, 1500);
  expect([...early, ...late].filter((id) => !holders.mayHold(id, 1500))).toEqual([]);

  await server.close();
  await database.close();
});

test('a coupon that was topped up, or made anew under the same number, needs a filter of its own', () => {
  const holders = new Holders({ id: 'a', totalQuantity: 10 });
  expect(holders.fits({ id: 'a', totalQuantity: 10 })).toBe(true);
  expect(holders.fits({ id: 'a', totalQuantity: 11 })).toBe(false);
  expect(holders.fits({ id: 'b', totalQuantity: 10 })).toBe(false);
});

test('nobody holds a pass of which none is issued', () => {
  expect(new Holders({ id: 'a', totalQuantity: 10 }).mayHold(uuid(), 0)).toBe(false);
});
