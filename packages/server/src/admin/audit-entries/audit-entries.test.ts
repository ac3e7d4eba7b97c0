import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { recordEntry, type Actor, type AuditRecord } from '#audit/record-entry.js';
import { createPassSecret, groupCode, passCode } from '#coupons/pass-code.js';
import { staffToken } from '#testing/staff.js';
import { startTestServer, type TestServer } from '#testing/test-server.js';

let server: TestServer;
let token: string;
beforeAll(async () => {
  server = await startTestServer();
  token = await staffToken(server, 'SUPPORT');
});
afterAll(() => server.close());

const list = `query ($filter: AuditEntryFilter, $order: SortOrder!, $first: Int!, $after: String) {
  auditEntries(filter: $filter, order: $order, first: $first, after: $after) {
    edges { node { id objectLabel action before after note actorName actorRole } }
    pageInfo { hasNextPage endCursor } count { value isExact } } }`;
const page = z.object({
  auditEntries: z.object({
    edges: z.array(z.object({ node: z.looseObject({ id: z.string(), objectLabel: z.string() }) })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    count: z.object({ value: z.int(), isExact: z.boolean() }),
  }),
});

async function ask(filter: object, more: { order?: string; first?: number; after?: string | null } = {}) {
  const variables = { order: 'ASC', first: 25, ...more, filter };
  return page.parse((await server.graphql(list, { token, variables })).data).auditEntries;
}

const command: Actor = { userId: null, username: 'npm run load-data', role: null };
async function write(entry: Partial<AuditRecord> = {}, actor = command): Promise<string> {
  const id = uuid();
  const about = { action: 'book.update', objectType: 'BOOK', objectId: uuid(), objectLabel: '무정' } as const;
  await recordEntry(server.database.pool, actor, { ...about, ...entry, id });
  return id;
}
const idsOf = ({ edges }: { edges: readonly { node: { id: string } }[] }) => edges.map(({ node }) => node.id);

test('shows what was, what is and why, also of an entry that no person wrote', async () => {
  const id = await write({ before: { title: '무정' }, after: { title: '유정', days: [1, 2] }, note: '오타' });
  const entry = {
    id,
    actorName: 'npm run load-data',
    actorRole: null,
    before: { title: '무정' },
    after: { title: '유정', days: [1, 2] },
    note: '오타',
  };
  expect((await ask({ ids: [id] })).edges).toMatchObject([{ node: entry }]);
  const one = `{ auditEntry(id: "${id}") { before after note actorId } }`;
  expect((await server.graphql(one, { token })).data).toEqual({
    auditEntry: { before: entry.before, after: entry.after, note: '오타', actorId: null },
  });
});

test('comes page by page in the order of time, none twice and none left out', async () => {
  const objectId = uuid();
  const written: string[] = [];
  for (let index = 0; index < 5; index += 1) written.push(await write({ objectId }));
  const seen: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { edges, pageInfo, count } = await ask({ objectType: 'BOOK', objectId }, { order: 'DESC', first: 2, after });
    expect(count).toEqual({ value: 5, isExact: true });
    seen.push(...edges.map(({ node }) => node.id));
    ({ endCursor: after, hasNextPage: more } = pageInfo);
  }
  expect(seen).toEqual(written.toReversed());
});

test('is narrowed by who, what, which and when', async () => {
  const actor: Actor = { userId: uuid(), username: 'mina', role: 'OPERATOR' };
  const objectId = uuid();
  const early = await write({ action: 'coupon.pause', objectType: 'COUPON', objectId }, actor);
  const between = new Date(Date.now() + 1);
  while (new Date() <= between);
  const late = await write({ action: 'coupon.resume', objectType: 'COUPON', objectId }, actor);
  expect(idsOf(await ask({ actorId: actor.userId }))).toEqual([early, late]);
  expect(idsOf(await ask({ actorId: actor.userId, action: 'coupon.pause' }))).toEqual([early]);
  expect(idsOf(await ask({ objectType: 'COUPON', objectId, from: between }))).toEqual([late]);
  expect(idsOf(await ask({ objectType: 'COUPON', objectId, to: between }))).toEqual([early]);
  expect(idsOf(await ask({ objectType: 'BOOK', objectId }))).toEqual([]);
});

test('is found by the beginning of a name in any case, by a code in groups, and by a whole id', async () => {
  await write({ objectLabel: 'minax7', objectType: 'USER' }); // a wildcard of SQL is looked for as it is
  const name = await write({ objectLabel: 'Mina_77', objectType: 'USER' });
  const code = passCode(1, createPassSecret());
  const pass = await write({ objectLabel: code, objectType: 'USER_COUPON' });
  const objectId = uuid();
  const book = await write({ objectId });
  expect(idsOf(await ask({ search: ' mINA_ ' }))).toEqual([name]);
  expect(idsOf(await ask({ search: groupCode(code).toLowerCase() }))).toEqual([pass]);
  expect(idsOf(await ask({ search: objectId }))).toEqual([book]);
});

test('a null byte or what is no id finds nothing and breaks nothing', async () => {
  for (const filter of [{ objectId: 'a\0b' }, { actorId: 'me' }, { ids: ['1'] }, { action: '\0x' }]) {
    expect((await ask(filter)).edges).toEqual([]);
  }
});
