import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCoupon, buildUsers } from '#testing/factories.js';
import { createTestDatabase, type TestDatabase } from '#testing/test-database.js';

// Each statement breaks one invariant on purpose, as a careless script or a broken server would; the database refuses.

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const addPass = `insert into user_coupon (coupon_id, sequence, user_id, code, reading_days, created_at, expires_at)
  values ($1, $2, $3, $4, 30, now(), now() + interval '3 days')`;

/** A coupon of 3 with one pass out. */
async function couponWithOnePass() {
  const coupon = await buildCoupon(database, { totalQuantity: 3 });
  const [holder = '', other = ''] = await buildUsers(database, 2);
  const client = await database.pool.connect();
  await client.query('begin');
  await client.query('update coupon set issued_quantity = 1 where id = $1', [coupon.id]);
  await client.query(addPass, [coupon.id, 1, holder, 'CODE-1']);
  await client.query('commit');
  client.release();
  return { id: coupon.id, holder, other };
}

describe('the database refuses', () => {
  test.each([
    ['more passes out than there are', 'update coupon set issued_quantity = 4 where id = $1', 'coupon_quantity_check'],
    ['fewer passes than are out', 'update coupon set total_quantity = 0 where id = $1', 'coupon_quantity_check'],
    [
      'a count of passes that no row stands for',
      'update coupon set issued_quantity = 2 where id = $1',
      'issued_quantity went from 1 to 2',
    ],
    [
      'a count that forgets a pass',
      'update coupon set issued_quantity = 0 where id = $1',
      'issued_quantity went from 1 to 0',
    ],
    ['a quantity written by hand', 'update coupon set quantity = 7 where id = $1', 'can only be updated to DEFAULT'],
    [
      'an open coupon with nothing left',
      'update coupon set total_quantity = 1 where id = $1',
      'coupon_sold_out_is_complete',
    ],
    [
      'a window that ends before it opens',
      'update coupon set ends_at = starts_at where id = $1',
      'coupon_window_check',
    ],
    ['an unknown status', `update coupon set status = 'OPEN' where id = $1`, 'coupon_status_check'],
    ['to delete a coupon whose passes are out', 'delete from coupon where id = $1', 'user_coupon_coupon_id_fkey'],
    ['to delete a pass', 'delete from user_coupon where coupon_id = $1', 'it goes only with its coupon'],
    ['to move a pass', 'update user_coupon set sequence = 2 where coupon_id = $1', 'a pass keeps its coupon, place'],
    [
      'a pass that is used but not readable',
      'update user_coupon set used_at = now() where coupon_id = $1',
      'user_coupon_used_check',
    ],
  ])('%s', async (_what, sql, constraint) => {
    const { id } = await couponWithOnePass();
    await expect(database.pool.query(sql, [id])).rejects.toThrow(constraint);
  });

  test('a second pass for one reader', async () => {
    const { id, holder } = await couponWithOnePass();
    await expect(database.pool.query(addPass, [id, 2, holder, 'CODE-2'])).rejects.toThrow('user_coupon_one_per_user');
  });

  test('a place or a code that is taken', async () => {
    const { id, other } = await couponWithOnePass();
    await expect(database.pool.query(addPass, [id, 1, other, 'CODE-2'])).rejects.toThrow('user_coupon_pkey');
    await expect(database.pool.query(addPass, [id, 2, other, 'CODE-1'])).rejects.toThrow('user_coupon_code_unique');
  });

  test('a pass that its coupon does not count', async () => {
    const { id, other } = await couponWithOnePass();
    await expect(database.pool.query(addPass, [id, 2, other, 'CODE-2'])).rejects.toThrow(
      'issued_quantity does not count',
    );
  });

  test('a coupon that is born with passes out', async () => {
    const { bookId } = await buildCoupon(database);
    const born = database.pool.query(
      `insert into coupon (id, book_id, number, total_quantity, issued_quantity, starts_at, ends_at, use_within_days, reading_days)
       values (gen_random_uuid(), $1, 'BORN-WITH-5', 10, 5, now(), now() + interval '1 day', 3, 30)`,
      [bookId],
    );
    await expect(born).rejects.toThrow('issued_quantity went from 0 to 5, but 0 passes were added');
  });

  test('to delete a reader who holds a pass', async () => {
    const { holder } = await couponWithOnePass();
    await expect(database.pool.query('delete from "user" where id = $1', [holder])).rejects.toThrow(
      'user_coupon_user_id_fkey',
    );
  });
});
