import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ActiveEventBooksDocument } from '@pagedrop/sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verify } from '#coupons/verify.js';
import { parseDataFile } from '#initial-data/data-file.js';
import { loadData } from '#initial-data/load-data.js';
import { loadInitialData } from '#initial-data/load-initial-data.js';
import { bookEntry as book, couponEntry as coupon } from '#testing/data-entries.js';
import { createTestDatabase, type TestDatabase } from '#testing/test-database.js';
import { startTestServer } from '#testing/test-server.js';

const SHIPPED = readFileSync(path.resolve(import.meta.dirname, '../../data/initial.json'), 'utf8');

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** Every row, but for what the time of day writes into it. */
async function everything() {
  const { rows } = await database.pool.query(
    `select (select json_agg(b order by id) from book b) as books, (select json_agg(c order by number) from coupon c) as coupons,
       (select json_agg(p order by coupon_id, sequence) from user_coupon p) as passes, (select count(*) from "user") as users`,
  );
  return rows[0];
}

const load = (file: unknown) =>
  loadData(database, parseDataFile(JSON.stringify(file), 'drops.json'), 'npm run load-data');

describe('the data that comes with Pagedrop', () => {
  test('fills an empty database once, with a coupon in every state, and breaks no invariant', async () => {
    await loadInitialData(database);
    const before = await everything();
    await loadInitialData(database);
    expect(await everything()).toEqual(before);

    const logged = await database.pool.query(
      `select actor_name as by, action, count(*)::integer as count from audit_entry group by 1, 2 order by 2`,
    );
    expect(logged.rows).toEqual([
      { by: 'npm start', action: 'book.create', count: before.books.length },
      { by: 'npm start', action: 'coupon.create', count: before.coupons.length },
    ]);

    const { coupons, passes, checks } = await verify(database.pool);
    expect(coupons).toBeGreaterThanOrEqual(12);
    expect(passes).toBeGreaterThan(0);
    expect(checks.flatMap(({ breaches }) => breaches)).toEqual([]);

    const { rows } = await database.pool.query<{ state: string }>(
      `select distinct case when now() < starts_at then 'upcoming' when now() >= ends_at then 'ended'
         when status = 'PAUSED' then 'paused' when quantity = 0 then 'sold out'
         when quantity * 10 <= total_quantity then 'nearly gone' else 'open' end as state from coupon`,
    );
    const states = rows.map(({ state }) => state).toSorted();
    expect(states).toEqual(['ended', 'nearly gone', 'open', 'paused', 'sold out', 'upcoming']);
  });

  test('is on the page', async () => {
    const server = await startTestServer({ database });
    const { activeEventBooks } = await server.run(ActiveEventBooksDocument, {});
    expect(activeEventBooks.map(({ title }) => title)).toContain('무정');
    await server.close();
  });

  test('loaded again by hand changes nothing and says so', async () => {
    await loadInitialData(database);
    const before = await everything();
    const data = parseDataFile(SHIPPED, 'data/initial.json');
    const entries = data.books.length + data.books.flatMap(({ coupons }) => coupons).length;
    expect(await loadData(database, data, 'npm run load-data')).toEqual({
      books: 0,
      coupons: 0,
      alreadyThere: entries,
      differing: [],
    });
    expect(await everything()).toEqual(before);
  });
});

describe('a file of your own', () => {
  test('adds what is new beside what is there', async () => {
    const first = book();
    expect(await load({ books: [first] })).toEqual({ books: 1, coupons: 1, alreadyThere: 0, differing: [] });
    const more = { ...first, coupons: [...first.coupons, coupon()] };
    const loaded = { books: 1, coupons: 1, alreadyThere: 2, differing: [] };
    expect(await load({ books: [more, book([])] })).toEqual(loaded);
  });

  test('names what the database has otherwise, and leaves it', async () => {
    const only = coupon();
    const first = book([only]);
    await load({ books: [first] });
    const edited = { ...first, title: '고친 제목', coupons: [{ ...only, totalQuantity: 999 }] };
    expect(await load({ books: [edited] })).toMatchObject({ coupons: 0, differing: ['고친 제목', only.number] });
  });

  test('issues sample passes through the same rules as real ones', async () => {
    const all = { ...coupon(), totalQuantity: 3, issued: 3, status: 'COMPLETE' };
    await load({ readers: 3, books: [book([all])] });
    const { rows } = await database.pool.query(
      'select sequence from user_coupon join coupon on id = coupon_id where number = $1 order by sequence',
      [all.number],
    );
    expect(rows).toEqual([{ sequence: 1 }, { sequence: 2 }, { sequence: 3 }]);
  });

  test('with a number of another book loads nothing, also of what was right in it', async () => {
    const taken = coupon();
    await load({ books: [book([taken])] });
    const before = await everything();
    await expect(load({ books: [book(), book([taken])] })).rejects.toThrow(
      `Coupon ${taken.number} belongs to another book in the database; nothing was loaded. Give it another number.`,
    );
    expect(await everything()).toEqual(before);
  });
});
