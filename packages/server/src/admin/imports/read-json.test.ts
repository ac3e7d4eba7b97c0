import { expect, test } from 'vitest';
import { LINES_MAX } from '#admin/imports/import-limits.js';
import { readJson } from '#admin/imports/read-json.js';

const read = (file: unknown) => readJson(JSON.stringify(file));
const book = { title: '무정', author: '이광수' };
const tooMany = { extensions: { reason: 'TOO_MANY' }, message: expect.stringContaining('20,000') };

test('as many books and coupons as are allowed are read', async () => {
  const coupons = Array.from({ length: LINES_MAX - 2 }, (_, n) => ({ number: `IMP-${n}` }));
  expect(await read({ books: [book, { ...book, coupons }] })).toHaveLength(LINES_MAX);
});

test.each([
  ['books', { books: Array.from({ length: LINES_MAX + 1 }, () => book) }],
  ['coupons', { books: [book, { ...book, coupons: Array.from({ length: LINES_MAX - 1 }, () => ({})) }] }],
  ['entries that are none', { books: Array.from({ length: LINES_MAX + 1 }, () => 1) }],
  ['coupons that are none', { books: [{ ...book, coupons: Array.from({ length: LINES_MAX }, () => 1) }] }],
])('more %s are counted before they are looked at', async (_, file) => {
  await expect(read(file)).rejects.toMatchObject(tooMany);
});

const fields = Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`field${n}`, n]));
test.each([
  [null],
  [7],
  [{ books: 7 }],
  [{ books: [null] }],
  [{ books: [{ coupons: 7 }] }],
  [{ books: [fields] }],
  [{ books: [{ ...book, coupons: [fields] }] }],
])('what is no data file is refused: %j', async (file) => {
  await expect(read(file)).rejects.toMatchObject({ extensions: { reason: 'NOT_A_DATA_FILE' } });
});

test('others have their turn while a long file is read', async () => {
  let turns = 0;
  const count = () => {
    turns += 1;
    others = setImmediate(count);
  };
  let others = setImmediate(count);
  await read({ books: Array.from({ length: LINES_MAX }, () => book) });
  clearImmediate(others);
  expect(turns).toBeGreaterThan(10);
});
