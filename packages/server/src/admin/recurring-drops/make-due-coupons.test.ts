import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeDropCoupons } from '#admin/recurring-drops/make-drop-coupons.js';
import { makeDueCoupons } from '#admin/recurring-drops/make-due-coupons.js';
import { buildCoupon } from '#testing/factories.js';
import { buildRecurringDrop } from '#testing/recurring-drops.js';
import { createTestDatabase, type TestDatabase } from '#testing/test-database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.pool.query('update recurring_drop set is_paused = true')); // those of other tests

const announce = vi.fn<(topic: string, text: string) => void>();
const look = () => makeDueCoupons(database.pool, { announce });

interface Made {
  number: string;
  day: string;
  minutes: number;
  hasBegun: boolean;
}
const couponsOf = async (id: string) =>
  (
    await database.pool.query<Made>(
      `select number, drop_day::text as day, extract(epoch from ends_at - starts_at)::integer / 60 as minutes,
         starts_at <= now() as "hasBegun"
       from coupon where recurring_drop_id = $1 order by drop_day`,
      [id],
    )
  ).rows;
const problemOf = async (id: string) =>
  (await database.pool.query<{ problem: string | null }>('select problem from recurring_drop where id = $1', [id]))
    .rows[0]?.problem;

describe('a recurring drop', () => {
  test('has its coupons three days ahead, one a day, in the name of nobody', async () => {
    const { id, prefix } = await buildRecurringDrop(database);
    await look();
    const coupons = await couponsOf(id);
    expect(coupons).toHaveLength(3);
    for (const { number, day, minutes } of coupons) {
      expect([number, minutes]).toEqual([`${prefix}-${day.replaceAll('-', '')}`, 60]);
      expect(announce).toHaveBeenCalledWith('coupon', number);
    }
    const { rows } = await database.pool.query(
      `select actor_id, actor_name, action from audit_entry where object_label like $1`,
      [`${prefix}-%`],
    );
    const byItself = { actor_id: null, actor_name: 'recurring drop', action: 'coupon.create' };
    expect(rows).toEqual([byItself, byItself, byItself]);
  });

  test('gets the coupon of a window that is open although every server was down when it began', async () => {
    const { id } = await buildRecurringDrop(database, { opensInMinutes: -30, openMinutes: 60 });
    await look();
    expect((await couponsOf(id)).filter(({ hasBegun }) => hasBegun)).toHaveLength(1);
  });

  test('gets none for a window that is over', async () => {
    const { id } = await buildRecurringDrop(database, { opensInMinutes: -30, openMinutes: 29 });
    await look();
    expect((await couponsOf(id)).filter(({ hasBegun }) => hasBegun)).toEqual([]);
  });

  test('does not get back what somebody deleted, and goes on with other days', async () => {
    const { id } = await buildRecurringDrop(database);
    await look();
    const [, second] = await couponsOf(id);
    await database.pool.query('delete from coupon where recurring_drop_id = $1 and drop_day <> $2', [id, second?.day]);
    await look();
    expect(await couponsOf(id)).toEqual([second]);
  });

  test('says which number is taken, once, and goes on with other days', async () => {
    const { id, prefix } = await buildRecurringDrop(database);
    await look();
    const [first] = await couponsOf(id);
    await database.pool.query('delete from coupon where recurring_drop_id = $1', [id]);
    await database.pool.query(`update recurring_drop set skipped_days = '{}' where id = $1`, [id]);
    const other = await buildCoupon(database);
    await database.pool.query('update coupon set number = $2 where id = $1', [other.id, first?.number]);
    await look();
    await look();
    expect(await couponsOf(id)).toHaveLength(2);
    expect(await problemOf(id)).toContain(first?.number);
    const { rows } = await database.pool.query(
      `select note from audit_entry where action = 'recurringDrop.problem' and object_label = $1`,
      [`${prefix}-{YYYYMMDD}`],
    );
    expect(rows).toEqual([{ note: expect.stringContaining(first?.number ?? '') }]);

    await database.pool.query('delete from coupon where id = $1', [other.id]);
    await look();
    await look(); // nothing is due any more, and nothing is wrong
    expect([(await couponsOf(id)).length, await problemOf(id)]).toEqual([3, null]);
  });

  test('that somebody edits at the moment is left alone', async () => {
    const { id } = await buildRecurringDrop(database);
    const editor = await database.pool.connect();
    await editor.query('begin');
    await editor.query('select from recurring_drop where id = $1 for update', [id]);
    await look();
    expect(await couponsOf(id)).toEqual([]);
    await editor.query('rollback');
    editor.release();
  });

  test('keeps its problem while somebody edits it, and says it no second time', async () => {
    const { id, prefix } = await buildRecurringDrop(database);
    await look();
    const [first] = await couponsOf(id);
    await database.pool.query('delete from coupon where recurring_drop_id = $1', [id]);
    await database.pool.query(`update recurring_drop set skipped_days = '{}' where id = $1`, [id]);
    const other = await buildCoupon(database);
    await database.pool.query('update coupon set number = $2 where id = $1', [other.id, first?.number]);
    await look();

    const editor = await database.pool.connect();
    await editor.query('begin');
    await editor.query('select from recurring_drop where id = $1 for update', [id]);
    const isDone = vi.fn<() => void>();
    const looked = look().then(isDone);
    // It waits for nobody: to clear the problem it would have to.
    await vi
      .waitFor(() => expect(isDone).toHaveBeenCalled(), 3000)
      .finally(async () => {
        await editor.query('rollback');
        editor.release();
        await looked;
      });
    expect(await problemOf(id)).toContain(first?.number);
    await look();
    const { rows } = await database.pool.query(
      `select from audit_entry where action = 'recurringDrop.problem' and object_label = $1`,
      [`${prefix}-{YYYYMMDD}`],
    );
    expect(rows).toHaveLength(1);
  });
});

describe('two processes at once', () => {
  /** Both have seen that nothing is there before either has committed: they meet at the book, which somebody holds. */
  async function makeTwice(): Promise<string[]> {
    const { id, bookId } = await buildRecurringDrop(database);
    const { pool } = database;
    const holder = await pool.connect();
    await holder.query('begin');
    await holder.query('select from book where id = $1 for update', [bookId]);
    const both = Promise.all([makeDropCoupons(pool, id), makeDropCoupons(pool, id)]);
    await vi.waitFor(async () => {
      const { rowCount } = await pool.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%insert into coupon%'`,
      );
      expect(rowCount).toBe(2);
    });
    await holder.query('rollback');
    holder.release();
    expect((await both).flatMap(({ taken }) => taken)).toEqual([]);
    return (await couponsOf(id)).map(({ day }) => day);
  }

  test('make one coupon a day', async () => {
    const days = await makeTwice();
    expect([days.length, new Set(days).size]).toEqual([3, 3]);
  });

  test('control: without the unique keys they make two', async () => {
    await database.pool.query('drop index coupon_one_per_drop_day');
    await database.pool.query('alter table coupon drop constraint coupon_number_unique');
    const days = await makeTwice();
    expect([days.length, new Set(days).size]).toEqual([6, 3]);
  });
});
