import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { buildBook, buildCoupon, buildUser } from '#testing/factories.js';
import { takePass } from '#testing/passes.js';
import { staffToken } from '#testing/staff.js';
import { startTestServer, type TestServer } from '#testing/test-server.js';

let server: TestServer;
let token: string;
beforeAll(async () => {
  server = await startTestServer();
  token = await staffToken(server, 'SUPPORT');
});
afterAll(() => server.close());

const list = `query ($filter: UserCouponFilter, $sort: UserCouponSort!, $order: SortOrder!, $first: Int!, $after: String) {
  userCoupons(filter: $filter, sort: $sort, order: $order, first: $first, after: $after) {
    edges { node { id code sequence coupon { number book { title } } user { username passCount } } }
    pageInfo { hasNextPage endCursor } count { value } } }`;
const page = z.object({
  userCoupons: z.object({
    edges: z.array(z.object({ node: z.looseObject({ id: z.string() }) })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    count: z.object({ value: z.int() }),
  }),
});

async function ask(
  filter: object,
  more: { sort?: string; order?: string; first?: number; after?: string | null } = {},
) {
  const variables = { sort: 'CREATED_AT', order: 'ASC', first: 25, ...more, filter };
  return page.parse((await server.graphql(list, { token, variables })).data).userCoupons;
}
const find = async (filter: object, sort = 'CREATED_AT') =>
  (await ask(filter, { sort })).edges.map(({ node }) => node.id);
const taken = (count: number, number: string) =>
  Promise.all(Array.from({ length: count }, () => takePass(server, number)));

test('a pass shows its coupon, its place and its reader; one statement brings those of a whole page', async () => {
  const { id, number } = await buildCoupon(server.database);
  const passes = await taken(3, number);
  const query = vi.spyOn(server.database.pool, 'query');
  const { edges } = await ask({ couponId: id });
  const looks = query.mock.calls.map(([sql]) => sql);
  query.mockRestore();
  expect(edges).toHaveLength(3);
  expect(edges[0]?.node).toMatchObject({
    code: expect.stringMatching(/^.{4}(-.{4}){3}$/),
    coupon: { number, book: { title: '무정' } },
    user: { username: expect.stringMatching(/^reader-/), passCount: 1 },
  });
  expect(looks.filter((sql) => sql.includes('from coupon c join'))).toHaveLength(1);
  expect(looks.filter((sql) => sql.includes('from "user" u'))).toHaveLength(1);
  const one = `{ userCoupon(id: "${passes[1]?.id}") { code sequence } }`;
  expect((await server.graphql(one, { token })).data).toEqual({
    userCoupon: { code: passes[1]?.code, sequence: passes[1]?.sequence },
  });
});

test.each(['ASC', 'DESC'])(
  'passes of one moment come page by page, none twice and none left out (%s)',
  async (order) => {
    const { id, number } = await buildCoupon(server.database);
    await taken(5, number);
    await server.database.pool.query('update user_coupon set created_at = now() where coupon_id = $1', [id]);
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { edges, pageInfo, count } = await ask({ couponId: id }, { order, first: 2, after });
      expect(count.value).toBe(5);
      seen.push(...edges.map(({ node }) => node.id));
      ({ endCursor: after, hasNextPage: more } = pageInfo);
    }
    const expected = [1, 2, 3, 4, 5].map((sequence) => `${id}:${sequence}`);
    expect(seen).toEqual(order === 'ASC' ? expected : expected.toReversed());
  },
);

describe('the search box', () => {
  test('finds a pass by its code, with hyphens, without, and in lower case', async () => {
    const pass = await takePass(server, (await buildCoupon(server.database)).number);
    for (const typed of [pass.code, pass.code.replaceAll('-', ''), ` ${pass.code.toLowerCase()} `]) {
      expect(await find({ search: typed })).toEqual([pass.id]);
    }
  });

  test('finds those of a reader by how his name begins', async () => {
    const readerId = await buildUser(server.database);
    const username = `Haru_${uuid().slice(-8)}`;
    await server.database.pool.query('update "user" set username = $2, username_key = $3 where id = $1', [
      readerId,
      username,
      username.toLowerCase(),
    ]);
    const pass = await takePass(server, (await buildCoupon(server.database)).number, readerId);
    expect(await find({ search: username.slice(0, 12).toUpperCase() })).toEqual([pass.id]);
    expect(await find({ search: username.replace('_', '%') })).toEqual([]);
  });

  test('finds those of a coupon by how its number begins', async () => {
    const { number } = await buildCoupon(server.database);
    const pass = await takePass(server, number);
    expect(await find({ search: number.slice(0, -1).toLowerCase() })).toEqual([pass.id]);
  });

  test('finds them also when more readers or coupons begin so than can be named', async () => {
    const all = await ask({ search: 'reader-' });
    const coupons = await ask({ search: 'test-' });
    await server.database.pool.query(
      `insert into "user" (id, username, username_key) select gen_random_uuid(), 'reader-x' || n, 'reader-x' || n from generate_series(1, 300) n`,
    );
    const { bookId } = await buildCoupon(server.database);
    await server.database.pool.query(
      `insert into coupon (id, book_id, number, total_quantity, starts_at, ends_at, use_within_days, reading_days)
       select gen_random_uuid(), $1, 'TEST-X' || n, 1, now(), now() + interval '1 day', 1, 1 from generate_series(1000, 1300) n`,
      [bookId],
    );
    expect(all.count.value).toBeGreaterThan(5);
    expect(await ask({ search: 'reader-' })).toEqual(all);
    expect(await ask({ search: 'test-' })).toEqual(coupons);
  });

  test.each(['%\0', '_', 'YYYY-YYYY-YYYY-YYYY-YYYY', 'ab'.repeat(300)])('finds nothing for %j', async (search) => {
    expect((await ask({ search })).edges).toEqual([]);
  });
});

describe('the filters', () => {
  test('by state hold every pass once, by the clock of the database', async () => {
    const { id, number } = await buildCoupon(server.database);
    const [unused, used, expired, revoked] = (await taken(4, number)).map((pass) => pass.id.split(':')[1]);
    const change = (set: string, sequence: string | undefined) =>
      server.database.pool.query(`update user_coupon set ${set} where coupon_id = $1 and sequence = $2`, [
        id,
        sequence,
      ]);
    await change('used_at = now(), readable_until = now()', used);
    await change(`created_at = now() - interval '2 days', expires_at = now() - interval '1 day'`, expired);
    await change('used_at = now(), readable_until = now(), revoked_at = now()', revoked);
    const inState = (state: string[]) => find({ couponId: id, state });
    expect(await inState(['UNUSED'])).toEqual([`${id}:${unused}`]);
    expect(await inState(['USED'])).toEqual([`${id}:${used}`]);
    expect(await inState(['EXPIRED'])).toEqual([`${id}:${expired}`]);
    expect(await inState(['REVOKED'])).toEqual([`${id}:${revoked}`]);
    expect((await inState(['UNUSED', 'USED', 'EXPIRED', 'REVOKED'])).length).toBe(4);
    expect(await inState([])).toEqual([]);
    expect((await find({ couponId: id }, 'USED_AT')).sort()).toEqual([`${id}:${used}`, `${id}:${revoked}`].sort());
    expect(await find({ couponId: id }, 'REVOKED_AT')).toEqual([`${id}:${revoked}`]);
  });

  test('by book, reader, id and day narrow together', async () => {
    const bookId = await buildBook(server.database);
    const coupon = await buildCoupon(server.database, { bookId });
    const elsewhere = await buildCoupon(server.database);
    const readerId = await buildUser(server.database);
    const mine = await takePass(server, coupon.number, readerId);
    const other = await takePass(server, coupon.number);
    const away = await takePass(server, elsewhere.number, readerId);
    expect(await find({ bookId })).toEqual([mine.id, other.id]);
    expect(await find({ userId: readerId })).toEqual([mine.id, away.id]);
    expect(await find({ bookId, userId: readerId })).toEqual([mine.id]);
    expect(await find({ ids: [other.id, away.id, 'x', `${coupon.id}:77`] })).toEqual([other.id, away.id]);
    expect(await find({ bookId, createdTo: new Date(Date.now() - 60_000) })).toEqual([]);
    expect(await find({ bookId: 'x' })).toEqual([]);
  });
});
