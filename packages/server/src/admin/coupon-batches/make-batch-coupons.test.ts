import type { Pool, PoolClient } from 'pg';
import { v7 as uuid } from 'uuid';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeBatchCoupons } from '#admin/coupon-batches/make-batch-coupons.js';
import { buildBook } from '#testing/factories.js';
import { createTestDatabase, type TestDatabase } from '#testing/test-database.js';

let database: TestDatabase;
let bookId: string;
beforeEach(async () => {
  database = await createTestDatabase();
  bookId = await buildBook(database);
});
afterEach(() => database.close());

/** Orders ten coupons and lets two processes begin before either has committed: they meet at the book. */
async function makeTwice(pool: Pool): Promise<number> {
  await database.pool.query(
    `insert into coupon_batch (id, book_id, pattern, count, total_quantity, starts_at, ends_at, use_within_days, reading_days)
     values ($1, $2, 'TWICE-????????', 10, 1, now(), now() + interval '1 day', 3, 30)`,
    [uuid(), bookId],
  );
  const holder = await database.pool.connect();
  await holder.query('begin');
  await holder.query('select from book where id = $1 for update', [bookId]);
  const first = makeBatchCoupons(pool);
  await waitingInserts(1);
  const second = makeBatchCoupons(pool);
  await Promise.race([second, waitingInserts(2)]);
  await holder.query('rollback');
  holder.release();
  await Promise.allSettled([first, second]);
  const { rows } = await database.pool.query<{ count: number }>('select count(*)::integer as count from coupon');
  return rows[0]?.count ?? 0;
}

const waitingInserts = (expected: number) =>
  vi.waitFor(async () => {
    const { rowCount } = await database.pool.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%insert into coupon%'`,
    );
    expect(rowCount).toBe(expected);
  });

/** The same connections, on which nobody locks a batch. */
function withoutLock(pool: Pool): Pool {
  return new Proxy(pool, {
    get: (target, key) =>
      key === 'connect' ? async () => unlocked(await target.connect()) : Reflect.get(target, key, target),
  });
}

function unlocked(client: PoolClient): PoolClient {
  const query = (text: string, values?: unknown[]) => client.query(text.replace('for update skip locked', ''), values);
  return new Proxy(client, {
    get: (target, key) => {
      if (key === 'query') return query;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

test('two processes at once make what was ordered, and the second does not wait', async () => {
  expect(await makeTwice(database.pool)).toBe(10);
});

test('without the lock the constraint still holds the number', async () => {
  expect(await makeTwice(withoutLock(database.pool))).toBe(10);
});

test('control: without lock and constraint they make twice as many', async () => {
  await database.pool.query('alter table coupon_batch drop constraint coupon_batch_made_check');
  expect(await makeTwice(withoutLock(database.pool))).toBe(20);
});
