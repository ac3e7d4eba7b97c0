import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { buildBook, buildCoupon, buildUser } from '#testing/factories.js';
import { staffToken } from '#testing/staff.js';
import { startTestServer, type TestServer } from '#testing/test-server.js';

let server: TestServer;
let token: string;
beforeAll(async () => {
  server = await startTestServer();
  token = await staffToken(server, 'OPERATOR');
});
afterAll(() => server.close());

const create = 'mutation ($id: ID!, $input: BookInput!) { createBook(id: $id, input: $input) { id title version } }';
const update =
  'mutation ($id: ID!, $version: Int!, $input: BookInput!) { updateBook(id: $id, version: $version, input: $input) { title version } }';
const remove = 'mutation ($ids: [ID!]!) { deleteBooks(ids: $ids) }';
const novel = { title: '무정', author: '이광수', description: '', coverUrl: null };

const ask = (query: string, variables: Record<string, unknown> = {}) => server.graphql(query, { token, variables });
const refusal = async (query: string, variables: Record<string, unknown>) =>
  (await ask(query, variables)).errors?.[0]?.extensions;
const entries = async (objectId: string) =>
  (
    await server.database.pool.query(
      'select action, actor_role, object_label, before, after from audit_entry where object_id = $1 order by at',
      [objectId],
    )
  ).rows;

describe('createBook', () => {
  test('asked twice with one id makes one book and one entry in the log', async () => {
    const id = uuid();
    for (const _ of [1, 2]) {
      expect((await ask(create, { id, input: novel })).data).toEqual({ createBook: { id, title: '무정', version: 1 } });
    }
    expect(await entries(id)).toMatchObject([
      {
        action: 'book.create',
        actor_role: 'OPERATOR',
        object_label: '무정',
        before: null,
        after: { author: '이광수' },
      },
    ]);
  });

  test('says everything that is wrong, by field, and makes nothing', async () => {
    const id = uuid();
    const input = {
      title: '  ',
      author: 'x'.repeat(121),
      description: 'a\0b',
      coverUrl: 'http://covers.example/1.png',
    };
    expect(await refusal(create, { id, input })).toMatchObject({
      code: 'BAD_USER_INPUT',
      problems: [
        { field: 'title', reason: 'REQUIRED' },
        { field: 'author', reason: 'TOO_LONG', limit: 120 },
        { field: 'description', reason: 'BAD_TEXT' },
        { field: 'coverUrl', reason: 'NOT_HTTPS' },
      ],
    });
    expect(await entries(id)).toEqual([]);
  });

  test('refuses an id that is taken', async () => {
    const id = await buildBook(server.database);
    expect(await refusal(create, { id, input: novel })).toMatchObject({ code: 'CONFLICT', reason: 'ID_TAKEN' });
  });
});

describe('updateBook', () => {
  test('tells the second of two operators, and overwrites nothing', async () => {
    const id = await buildBook(server.database);
    const early = { ...novel, title: '흙' };
    expect((await ask(update, { id, version: 1, input: early })).data).toEqual({
      updateBook: { title: '흙', version: 2 },
    });
    const late = { ...novel, title: '유정' };
    expect(await refusal(update, { id, version: 1, input: late })).toMatchObject({
      code: 'CONFLICT',
      reason: 'STALE',
      version: 2,
    });
    expect((await ask(`{ book(id: "${id}") { title } }`)).data).toEqual({ book: { title: '흙' } });
  });

  test('logs only what changed, before and after', async () => {
    const id = uuid();
    await ask(create, { id, input: novel });
    await ask(update, { id, version: 1, input: { ...novel, title: '유정' } });
    expect((await entries(id)).at(-1)).toMatchObject({
      action: 'book.update',
      before: { title: '무정' },
      after: { title: '유정' },
    });
  });

  test('of what is not there is not found', async () => {
    expect(await refusal(update, { id: uuid(), version: 1, input: novel })).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('deleteBooks', () => {
  test('takes books with their coupons, all or none', async () => {
    const [free, used] = [await buildCoupon(server.database), await buildCoupon(server.database)];
    const reader = server.tokenFor(await buildUser(server.database));
    await server.graphql(`mutation { downloadCoupon(couponNumber: "${used.number}") { __typename } }`, {
      token: reader,
    });
    expect(await refusal(remove, { ids: [free.bookId, used.bookId] })).toMatchObject({
      code: 'CONFLICT',
      reason: 'IN_USE',
    });
    expect((await ask(remove, { ids: [free.bookId] })).data).toEqual({ deleteBooks: [free.bookId] });
    expect((await ask(`{ book(id: "${free.bookId}") { id } }`)).data).toEqual({ book: null });
    expect(await entries(free.id)).toMatchObject([
      { action: 'book.delete', after: null, before: { number: free.number } },
    ]);
  });
});

const page = z.object({
  books: z.object({
    edges: z.array(z.object({ cursor: z.string(), node: z.object({ id: z.string() }) })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    count: z.object({ value: z.int(), isExact: z.boolean() }),
  }),
});
const list = `query ($after: String, $sort: BookSort!, $order: SortOrder!, $search: String) {
  books(first: 2, after: $after, sort: $sort, order: $order, filter: { search: $search }) {
    edges { cursor node { id } } pageInfo { hasNextPage endCursor } count { value isExact } } }`;

describe('books', () => {
  test.each(['ASC', 'DESC'])('come page by page, none twice and none left out (%s)', async (order) => {
    const mark = `쪽${uuid()}`;
    const made = await Promise.all(
      ['다', '가', '라', '나', '마'].map((letter) => buildBook(server.database, { title: `${letter} ${mark}` })),
    );
    const expected = [made[1], made[3], made[0], made[2], made[4]];
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { books } = page.parse((await ask(list, { after, sort: 'TITLE', order, search: mark })).data);
      expect(books.count).toEqual({ value: 5, isExact: true });
      seen.push(...books.edges.map(({ node }) => node.id));
      ({ endCursor: after, hasNextPage: more } = books.pageInfo);
    }
    expect(seen).toEqual(order === 'ASC' ? expected : expected.toReversed());
  });

  test('are found by what is typed, also when that is a wildcard of SQL', async () => {
    await buildBook(server.database, { title: `100% ${uuid()}` });
    const { books } = page.parse((await ask(list, { sort: 'TITLE', order: 'ASC', search: '0% ' })).data);
    expect(books.count.value).toBe(1);
  });

  test('refuse a cursor whose id is none', async () => {
    const after = Buffer.from(JSON.stringify(['a', '-'.repeat(36)])).toString('base64url');
    expect(await refusal(list, { after, sort: 'TITLE', order: 'ASC' })).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  test.each(['2026-99-99 00:00:00+00', '2026-01-01 00:00:00+99'])(
    'refuse a cursor whose time is none: %s',
    async (time) => {
      const after = Buffer.from(JSON.stringify([time, uuid()])).toString('base64url');
      const extensions = await refusal(list, { after, sort: 'CREATED_AT', order: 'ASC' });
      expect(extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        problems: [{ field: 'after', reason: 'BAD_CURSOR' }],
      });
    },
  );

  test('go on after a row of the year 10000', async () => {
    const mark = `만년${uuid()}`;
    const made = await Promise.all(
      [1, 2, 3].map((number) => buildBook(server.database, { title: `${mark} ${number}` })),
    );
    await server.database.pool.query(
      `update book b set created_at = timestamptz '10000-01-01 00:00:00+00' + place * interval '1 day'
       from unnest($1::uuid[]) with ordinality as t(id, place) where b.id = t.id`,
      [made],
    );
    const variables = { sort: 'CREATED_AT', order: 'ASC', search: mark };
    const first = page.parse((await ask(list, variables)).data).books;
    const second = page.parse((await ask(list, { ...variables, after: first.pageInfo.endCursor })).data).books;
    expect([...first.edges, ...second.edges].map(({ node }) => node.id)).toEqual(made);
  });

  test('refuse a cursor of another list in words', async () => {
    const extensions = await refusal(list, { after: 'bm90IG9uZQ', sort: 'TITLE', order: 'ASC' });
    expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', problems: [{ field: 'after', reason: 'BAD_CURSOR' }] });
  });
});

test.each(['update audit_entry set note = null', 'delete from audit_entry', 'truncate audit_entry'])(
  'the log stays as it was written: %s',
  async (sql) => {
    await ask(create, { id: uuid(), input: novel });
    await expect(server.database.pool.query(sql)).rejects.toThrow('append-only');
  },
);

test('a text with half a character is refused in words', async () => {
  const variables = { id: uuid(), input: { ...novel, title: 'a\uD800' } };
  expect(await refusal(create, variables)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'title' });
});

test('a demotion counts on the next request, though the token still says otherwise', async () => {
  const demoted = await staffToken(server, 'OPERATOR');
  const titles = '{ books { edges { node { title } } } }';
  expect((await server.graphql(titles, { token: demoted })).errors).toBeUndefined();
  const { userId } = server.app.services.accessTokens.verify(demoted) ?? {};
  await server.database.pool.query(`update "user" set role = 'READER' where id = $1`, [userId]);
  expect((await server.graphql(titles, { token: demoted })).errors?.[0]?.extensions).toMatchObject({
    code: 'FORBIDDEN',
  });
});
