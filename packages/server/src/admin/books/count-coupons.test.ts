import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { buildBook, buildCoupon } from '#testing/factories.js';
import { staffToken } from '#testing/staff.js';
import { startTestServer, type TestServer } from '#testing/test-server.js';

let server: TestServer;
let token: string;
let bookIds: string[];
beforeAll(async () => {
  server = await startTestServer();
  token = await staffToken(server, 'OPERATOR');
  bookIds = await Promise.all([1, 2, 3].map(() => buildBook(server.database)));
  const [two = '', one = ''] = bookIds;
  for (const bookId of [two, two, one]) await buildCoupon(server.database, { bookId });
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => server.close());

/** The answer, and how often coupons were counted by book for it. */
async function ask(query: string, variables: Record<string, unknown> = {}) {
  const sent = vi.spyOn(server.app.services.database.pool, 'query');
  const { data, errors } = await server.graphql(query, { token, variables });
  expect(errors).toBeUndefined();
  const counts = sent.mock.calls.filter(([sql]) => /count\(\*\)::integer[^;]*from coupon\b/.test(sql));
  return { data, statements: counts.length };
}

test('a page of books counts the coupons of all of them at once', async () => {
  const books = `query ($ids: [ID!]) {
    books(sort: CREATED_AT, order: ASC, filter: { ids: $ids }) { edges { node { id couponCount } } } }`;
  const { data, statements } = await ask(books, { ids: bookIds });
  const edges = bookIds.map((id, index) => ({ node: { id, couponCount: [2, 1, 0][index] } }));
  expect(data).toEqual({ books: { edges: expect.arrayContaining(edges) } });
  expect(statements).toBe(1);
});

test('so does a page of coupons', async () => {
  const { data, statements } = await ask('{ coupons { edges { node { book { couponCount } } } } }');
  const edges = [1, 2, 2].map((couponCount) => ({ node: { book: { couponCount } } }));
  expect(data).toEqual({ coupons: { edges } });
  expect(statements).toBe(1);
});

test.each(['{ coupons { edges { node { book { id } } } } }', '{ books { edges { node { id } } } }'])(
  'who does not ask for it has nothing counted: %s',
  async (query) => {
    expect((await ask(query)).statements).toBe(0);
  },
);
