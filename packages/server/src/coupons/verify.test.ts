import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verify } from '#coupons/verify.js';
import { dropConstraints } from '#testing/drop-constraints.js';
import { claimAll, startEngine } from '#testing/engines.js';
import { buildCoupon, buildUsers } from '#testing/factories.js';
import { createTestDatabase, type TestDatabase } from '#testing/test-database.js';

let database: TestDatabase;
let couponId: string;

/** A coupon of 10 with 6 passes out, issued by the engine. */
beforeEach(async () => {
  database = await createTestDatabase();
  const coupon = await buildCoupon(database);
  couponId = coupon.id;
  const server = await startEngine(database);
  await claimAll([server], coupon.number, await buildUsers(database, 6));
  await server.close();
});
afterEach(() => database.close());

async function brokenRules(): Promise<string[]> {
  const { checks } = await verify(database.pool);
  return checks.filter(({ breaches }) => breaches.length > 0).map(({ rule }) => rule);
}

async function tamper(sql: string): Promise<void> {
  await dropConstraints(database);
  await database.pool.query(sql.replaceAll('$1', `'${couponId}'`));
}

describe('verify', () => {
  test('says what it looked at, and that all is well', async () => {
    const report = await verify(database.pool);
    expect(report).toMatchObject({ coupons: 1, passes: 6 });
    expect(report.checks.length).toBeGreaterThan(5);
    expect(await brokenRules()).toEqual([]);
  });

  test.each([
    [
      'a pass deleted from the end',
      'delete from user_coupon where coupon_id = $1 and sequence = 6',
      ['issuedQuantity is the number of passes'],
    ],
    [
      'a pass deleted from the middle',
      'delete from user_coupon where coupon_id = $1 and sequence = 3',
      ['issuedQuantity is the number of passes', 'sequences are 1…issuedQuantity without a gap'],
    ],
    [
      'a count changed by hand',
      'update coupon set issued_quantity = 5 where id = $1',
      ['issuedQuantity is the number of passes'],
    ],
    [
      'too many issued',
      'update coupon set total_quantity = 5 where id = $1',
      ['quantity = totalQuantity - issuedQuantity, and never below 0', 'a coupon with nothing left is COMPLETE'],
    ],
    [
      'two passes for one reader',
      'update user_coupon set user_id = (select user_id from user_coupon where sequence = 1) where sequence = 2',
      ['at most one pass per reader and coupon'],
    ],
    [
      'two passes with one code',
      'update user_coupon set code = (select code from user_coupon where sequence = 1) where sequence = 2',
      ['every code is unique'],
    ],
    [
      'a sequence given twice',
      'update user_coupon set sequence = 1 where sequence = 2',
      ['sequences are 1…issuedQuantity without a gap'],
    ],
    [
      'stock that grew without a pass that went back',
      'update coupon set total_quantity = 11, returned_quantity = 1 where id = $1',
      ['returnedQuantity is the number of passes that went back to stock, and those are revoked'],
    ],
    [
      'a pass that went back and that its reader still holds',
      `alter table user_coupon drop constraint user_coupon_returned_check;
       update user_coupon set returned_to_stock = true where coupon_id = $1 and sequence = 2;
       update coupon set total_quantity = 11, returned_quantity = 1 where id = $1`,
      ['returnedQuantity is the number of passes that went back to stock, and those are revoked'],
    ],
    [
      'a reader who is gone',
      'delete from "user" where id = (select user_id from user_coupon where sequence = 1)',
      ['every pass belongs to a coupon and a reader that exist'],
    ],
  ])('finds %s', async (_what, sql, rules) => {
    await tamper(sql);
    expect(await brokenRules()).toEqual(rules);
  });
});
