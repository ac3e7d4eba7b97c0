import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { buildBook, buildCoupon, buildUser, buildUsers } from '#testing/factories.js';
import { staffToken } from '#testing/staff.js';
import { startTestServer, type TestServer } from '#testing/test-server.js';

let server: TestServer;
let token: string;
beforeAll(async () => {
  server = await startTestServer();
  token = await staffToken(server, 'OPERATOR');
  await buildUsers(server.database, 1000); // so that a coupon of ten is not one for everybody
});
afterAll(() => server.close());

const fields = 'id number totalQuantity quantity status visibility version startsAt endsAt book { id title }';
const launchQuery = `query ($input: CouponInput!, $id: ID) { launchSummary(input: $input, id: $id) {
  confirm isNeeded sentence opensAtOnce warnings { reason message value limit } } }`;
const createMutation = `mutation ($id: ID!, $input: CouponInput!, $confirm: String!) {
  createCoupon(id: $id, input: $input, confirm: $confirm) { ${fields} } }`;
const updateMutation = `mutation ($id: ID!, $version: Int!, $input: CouponInput!, $confirm: String!) {
  updateCoupon(id: $id, version: $version, input: $input, confirm: $confirm) { ${fields} } }`;

const summary = z.object({
  launchSummary: z.object({
    confirm: z.string(),
    isNeeded: z.boolean(),
    sentence: z.string(),
    opensAtOnce: z.boolean(),
    warnings: z.array(z.object({ reason: z.string(), value: z.int().nullable(), limit: z.int().nullable() })),
  }),
});

const ask = (query: string, variables: Record<string, unknown> = {}) => server.graphql(query, { token, variables });
const refusal = async (query: string, variables: Record<string, unknown>) =>
  (await ask(query, variables)).errors?.[0]?.extensions;

async function launch(input: object, id: string | null = null) {
  const { data, errors } = await ask(launchQuery, { input, id });
  if (errors) throw new Error(JSON.stringify(errors));
  return summary.parse(data).launchSummary;
}
const edit = async (id: string, version: number, input: object) =>
  ask(updateMutation, { id, version, input, confirm: (await launch(input, id)).confirm });

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);
const uniqueNumber = () => `STAFF-${uuid().slice(-12).toUpperCase()}`;

/** What a form would send for a drop of ten passes tomorrow. */
async function form(overrides: object = {}) {
  return {
    bookId: await buildBook(server.database),
    number: uniqueNumber(),
    totalQuantity: 10,
    visibility: 'LISTED',
    startsAt: inHours(24),
    endsAt: inHours(25),
    useWithinDays: 3,
    readingDays: 30,
    ...overrides,
  };
}

/** The form of a coupon that is there, and a reader's claim of it. */
async function formOf(id: string, overrides: object = {}) {
  const { rows } = await server.database.pool.query(
    `select book_id as "bookId", number, total_quantity as "totalQuantity", visibility, starts_at as "startsAt",
       ends_at as "endsAt", use_within_days as "useWithinDays", reading_days as "readingDays" from coupon where id = $1`,
    [id],
  );
  const row = z.object({ startsAt: z.coerce.date(), endsAt: z.coerce.date() }).loose().parse(rows[0]);
  return { ...row, ...overrides };
}
async function claim(couponNumber: string): Promise<unknown> {
  const reader = server.tokenFor(await buildUser(server.database));
  const query = `mutation { downloadCoupon(couponNumber: "${couponNumber}") { __typename } }`;
  return (await server.graphql(query, { token: reader })).data;
}
const got = (kind: string) => ({ downloadCoupon: { __typename: kind } });
const entries = async (objectId: string) =>
  (
    await server.database.pool.query(
      'select action, object_label, before, after from audit_entry where object_id = $1 order by at',
      [objectId],
    )
  ).rows;

describe('createCoupon', () => {
  test('makes one coupon of a request that is repeated, its number as it is kept', async () => {
    const id = uuid();
    const number = uniqueNumber();
    const input = await form({ number: ` ${number.toLowerCase()}` });
    const { confirm } = await launch(input);
    for (const _ of [1, 2]) {
      expect((await ask(createMutation, { id, input, confirm })).data).toMatchObject({
        createCoupon: { id, number, status: 'ACTIVE', version: 1, quantity: 10, book: { title: '무정' } },
      });
    }
    expect(await entries(id)).toMatchObject([
      { action: 'coupon.create', object_label: number, before: null, after: { totalQuantity: 10 } },
    ]);
  });

  test('says everything that is wrong, by field', async () => {
    const input = await form({ number: 'REHEARSAL-1234', totalQuantity: 0, useWithinDays: 4000 });
    expect(await refusal(createMutation, { id: uuid(), input, confirm: '' })).toMatchObject({
      code: 'BAD_USER_INPUT',
      problems: [
        { field: 'totalQuantity', reason: 'TOO_SMALL', limit: 1 },
        { field: 'useWithinDays', reason: 'TOO_LARGE', limit: 3650 },
        { field: 'number', reason: 'RESERVED' },
      ],
    });
    const late = await form({ number: '한글', startsAt: inHours(2), endsAt: inHours(1) });
    expect(await refusal(launchQuery, { input: late })).toMatchObject({
      problems: [{ field: 'number', reason: 'BAD_FORMAT' }],
    });
    expect(await refusal(launchQuery, { input: { ...late, number: uniqueNumber() } })).toMatchObject({
      problems: [{ field: 'endsAt', reason: 'BEFORE_START' }],
    });
    expect(await refusal(launchQuery, { input: await form({ bookId: uuid() }) })).toMatchObject({
      problems: [{ field: 'bookId', reason: 'NOT_FOUND' }],
    });
  });

  test('gives a number to the first of two who want it', async () => {
    const [one, two] = [await form(), await form()];
    const inputs = [one, { ...two, number: one.number }];
    const confirms = await Promise.all(inputs.map((input) => launch(input)));
    const answers = await Promise.all(
      inputs.map((input, index) => ask(createMutation, { id: uuid(), input, confirm: confirms[index]?.confirm })),
    );
    const refused = answers.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions) ?? []);
    expect(refused).toMatchObject([{ code: 'BAD_USER_INPUT', problems: [{ field: 'number', reason: 'TAKEN' }] }]);
    expect(await refusal(launchQuery, { input: inputs[0] ?? {} })).toMatchObject({
      problems: [{ field: 'number', reason: 'TAKEN' }],
    });
  });
});

describe('a launch', () => {
  test('is refused until it is confirmed as it is', async () => {
    const input = await form();
    const { confirm, isNeeded } = await launch(input);
    expect(isNeeded).toBe(true);
    const unconfirmed = { code: 'CONFLICT', reason: 'UNCONFIRMED' };
    const id = uuid();
    expect(await refusal(createMutation, { id, input, confirm: '' })).toMatchObject(unconfirmed);
    const others = [
      { totalQuantity: 11 },
      { visibility: 'UNLISTED' },
      { startsAt: inHours(23) },
      { endsAt: inHours(26) },
      { useWithinDays: 4 },
      { readingDays: 31 },
      { number: uniqueNumber() },
      { bookId: await buildBook(server.database) },
    ];
    for (const other of others) {
      expect(await refusal(createMutation, { id, input: { ...input, ...other }, confirm })).toMatchObject(unconfirmed);
    }
    expect((await ask(createMutation, { id, input, confirm })).errors).toBeUndefined();
  });

  test('is confirmed anew when it has come to open at once meanwhile', async () => {
    const input = await form({ startsAt: new Date(Date.now() + 800) });
    const { confirm, opensAtOnce } = await launch(input);
    expect(opensAtOnce).toBe(false);
    await expect.poll(async () => (await launch(input)).opensAtOnce).toBe(true);
    expect(await refusal(createMutation, { id: uuid(), input, confirm })).toMatchObject({ reason: 'UNCONFIRMED' });
  });

  test('is said in one sentence', async () => {
    const { sentence } = await launch(await form({ totalQuantity: 1000, useWithinDays: 1 }));
    expect(sentence).toMatch(
      /^1,000 passes of 『무정』, one per reader, opens [A-Z][a-z]+day \d\d:\d\d KST, use within 1 day, read for 30; ends [A-Z][a-z]+day \d\d:\d\d KST\.$/,
    );
    const hidden = await launch(await form({ visibility: 'UNLISTED', totalQuantity: 1, endsAt: inHours(24 * 30) }));
    expect(hidden.sentence).toMatch(/^1 pass of .* only for who has the number, .* ends [A-Z][a-z]+day,? \d+ [A-Z]/);
    expect((await launch(await form({ startsAt: inHours(-1) }))).sentence).toContain('open at once');
  });

  const warned = async (input: object, id?: string) => (await launch(input, id)).warnings.map(({ reason }) => reason);

  test('that is as usual warns of nothing', async () => {
    expect(await warned(await form())).toEqual([]);
  });

  test('of ten times the largest coupon of this book before warns', async () => {
    const { bookId } = await buildCoupon(server.database, { totalQuantity: 20 });
    expect(await warned(await form({ bookId, totalQuantity: 199 }))).toEqual([]);
    const { warnings } = await launch(await form({ bookId, totalQuantity: 200 }));
    expect(warnings).toMatchObject([{ reason: 'MUCH_LARGER_THAN_BEFORE', value: 200, limit: 20 }]);
  });

  test.each([
    ['MORE_THAN_READERS', { totalQuantity: 99_000 }],
    ['OPENS_AT_ONCE', { startsAt: inHours(-0.1) }],
    ['ENDS_IN_THE_PAST', { startsAt: inHours(-2), endsAt: inHours(-1) }],
    ['LONG_WINDOW', { endsAt: inHours(24 * 20) }],
    ['STARTS_FAR_AWAY', { startsAt: inHours(24 * 365), endsAt: inHours(24 * 365 + 1) }],
  ])('warns: %s', async (reason, overrides) => {
    expect(await warned(await form(overrides))).toContain(reason);
  });
});

describe('updateCoupon', () => {
  test('tells the second of two operators, and overwrites nothing', async () => {
    const { id } = await buildCoupon(server.database);
    expect((await edit(id, 1, await formOf(id, { totalQuantity: 12 }))).data).toMatchObject({
      updateCoupon: { totalQuantity: 12, version: 2 },
    });
    const { errors } = await edit(id, 1, await formOf(id, { totalQuantity: 15 }));
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'STALE', version: 2 });
    expect(await entries(id)).toMatchObject([
      { action: 'coupon.update', before: { totalQuantity: 10 }, after: { totalQuantity: 12 } },
    ]);
  });

  test('is not told off by passes that are issued meanwhile', async () => {
    const { id, number } = await buildCoupon(server.database);
    expect(await claim(number)).toEqual(got('UserCoupon'));
    expect((await edit(id, 1, await formOf(id, { totalQuantity: 12 }))).data).toMatchObject({
      updateCoupon: { totalQuantity: 12, quantity: 11 },
    });
  });

  test('keeps what readers were told, once they hold passes', async () => {
    const { id, number } = await buildCoupon(server.database);
    expect(await claim(number)).toEqual(got('UserCoupon'));
    expect(await claim(number)).toEqual(got('UserCoupon'));
    const bookId = await buildBook(server.database);
    const input = await formOf(id, { number: uniqueNumber(), bookId, startsAt: inHours(0.5), totalQuantity: 1 });
    const problems = [
      { field: 'number', reason: 'LOCKED' },
      { field: 'bookId', reason: 'LOCKED' },
      { field: 'startsAt', reason: 'LOCKED' },
      {
        field: 'totalQuantity',
        reason: 'TOO_SMALL',
        limit: 2,
        message: expect.stringContaining('2 passes were issued'),
      },
    ];
    expect(await refusal(launchQuery, { id, input })).toMatchObject({ problems });
    expect(await refusal(updateMutation, { id, version: 1, input, confirm: '' })).toMatchObject({ problems });
    expect(
      (await edit(id, 1, await formOf(id, { useWithinDays: 9, readingDays: 9, visibility: 'KEPT' }))).data,
    ).toEqual({
      updateCoupon: expect.objectContaining({ visibility: 'KEPT' }),
    });
  });

  test('moves everything while nobody holds a pass', async () => {
    const { id } = await buildCoupon(server.database);
    const input = await form();
    expect((await edit(id, 1, input)).data).toMatchObject({
      updateCoupon: { number: input.number, book: { id: input.bookId }, startsAt: input.startsAt.toISOString() },
    });
  });

  test('down to what is issued is sold out, and up from there is open again', async () => {
    const { id, number } = await buildCoupon(server.database);
    expect(await claim(number)).toEqual(got('UserCoupon'));
    expect((await edit(id, 1, await formOf(id, { totalQuantity: 1 }))).data).toMatchObject({
      updateCoupon: { status: 'COMPLETE', quantity: 0 },
    });
    const more = await formOf(id, { totalQuantity: 3 });
    expect((await launch(more, id)).warnings).toMatchObject([{ reason: 'OPENS_AGAIN', value: 2 }]);
    expect((await edit(id, 2, more)).data).toMatchObject({ updateCoupon: { status: 'ACTIVE', quantity: 2 } });
    expect(await claim(number)).toEqual(got('UserCoupon'));
  });

  test('brings no closed coupon back', async () => {
    const { id } = await buildCoupon(server.database, { status: 'COMPLETE' });
    expect(await refusal(launchQuery, { id, input: await formOf(id, { totalQuantity: 20 }) })).toMatchObject({
      problems: [{ field: 'totalQuantity', reason: 'CLOSED' }],
    });
  });

  test('ends a drop by its window', async () => {
    const { id, number } = await buildCoupon(server.database);
    expect(await claim(number)).toEqual(got('UserCoupon'));
    expect((await edit(id, 1, await formOf(id, { endsAt: new Date(Date.now() - 1000) }))).errors).toBeUndefined();
    expect(await claim(number)).toEqual(got('CouponEnded'));
  });

  test('asks for no confirmation where nothing is launched', async () => {
    const over = await buildCoupon(server.database, { endsInMs: -1000 });
    const open = await buildCoupon(server.database);
    const inputs = [
      { id: over.id, input: await formOf(over.id, { visibility: 'KEPT' }) },
      { id: open.id, input: await formOf(open.id) },
    ];
    for (const { id, input } of inputs) {
      expect((await launch(input, id)).isNeeded).toBe(false);
      expect((await ask(updateMutation, { id, version: 1, input, confirm: '' })).errors).toBeUndefined();
    }
    const again = await formOf(over.id, { endsAt: inHours(1) });
    expect(await refusal(updateMutation, { id: over.id, version: 2, input: again, confirm: '' })).toMatchObject({
      reason: 'UNCONFIRMED',
    });
  });

  test('of what is not there is not found', async () => {
    const input = await form();
    expect(await refusal(updateMutation, { id: uuid(), version: 1, input, confirm: '' })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('deletion', () => {
  const preview = `query ($type: AuditObjectType!, $ids: [ID!]!) { deletionPreview(type: $type, ids: $ids) {
    coupons passes sessions refused { id label passes reason } } }`;

  test('of coupons is all or none, and refused where passes were issued', async () => {
    const [free, used] = [await buildCoupon(server.database), await buildCoupon(server.database)];
    expect(await claim(used.number)).toEqual(got('UserCoupon'));
    const ids = [free.id, used.id];
    expect((await ask(preview, { type: 'COUPON', ids })).data).toEqual({
      deletionPreview: {
        coupons: 2,
        passes: 1,
        sessions: 0,
        refused: [{ id: used.id, label: used.number, passes: 1, reason: 'PASSES' }],
      },
    });
    const remove = 'mutation ($ids: [ID!]!) { deleteCoupons(ids: $ids) }';
    expect(await refusal(remove, { ids })).toMatchObject({ code: 'CONFLICT', reason: 'IN_USE' });
    expect((await ask(remove, { ids: [free.id] })).data).toEqual({ deleteCoupons: [free.id] });
    expect((await ask(`{ coupon(id: "${free.id}") { id } }`)).data).toEqual({ coupon: null });
    expect(await claim(free.number)).toEqual(got('CouponNotFound'));
    expect(await entries(free.id)).toMatchObject([{ action: 'coupon.delete', before: { number: free.number } }]);
  });

  test('is previewed for books and users', async () => {
    const { bookId, number } = await buildCoupon(server.database);
    await buildCoupon(server.database, { bookId });
    expect((await ask(preview, { type: 'BOOK', ids: [bookId] })).data).toMatchObject({
      deletionPreview: { coupons: 2, passes: 0, refused: [] },
    });
    const reader = await buildUser(server.database);
    await server.graphql(`mutation { downloadCoupon(couponNumber: "${number}") { __typename } }`, {
      token: server.tokenFor(reader),
    });
    expect((await ask(preview, { type: 'BOOK', ids: [bookId] })).data).toMatchObject({
      deletionPreview: { refused: [{ id: bookId, label: '무정', passes: 1 }] },
    });
    expect((await ask(preview, { type: 'USER', ids: [reader] })).data).toMatchObject({
      deletionPreview: { coupons: 0, passes: 1, sessions: 0, refused: [{ id: reader, reason: 'PASSES' }] },
    });
    expect(await refusal(preview, { type: 'EXPORT', ids: [reader] })).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('coupons', () => {
  const found = z.object({
    coupons: z.object({ edges: z.array(z.object({ node: z.object({ number: z.string() }) })) }),
  });
  async function numbers(filter: object, sort = 'CREATED_AT', order = 'ASC'): Promise<string[]> {
    const query = `query ($filter: CouponFilter!, $sort: CouponSort!, $order: SortOrder!) {
      coupons(filter: $filter, sort: $sort, order: $order, first: 100) { edges { node { number } } } }`;
    const { data } = await ask(query, { filter, sort, order });
    return found.parse(data).coupons.edges.map(({ node }) => node.number);
  }

  test('are found by the beginning of a number, however it is typed, and by a part of the title', async () => {
    const title = `가을 ${uuid()}`;
    const bookId = await buildBook(server.database, { title });
    const { number } = await buildCoupon(server.database, { bookId });
    expect(await numbers({ search: number.slice(0, 12).toLowerCase() })).toEqual([number]);
    expect(await numbers({ search: number.slice(1) })).toEqual([]);
    expect(await numbers({ search: title.slice(2) })).toEqual([number]);
    expect(await numbers({ search: '%' })).toEqual([]);
  });

  test('are narrowed by status, window, visibility, book and opening', async () => {
    const bookId = await buildBook(server.database);
    const HOUR = 3_600_000;
    const make = async (overrides: object) => (await buildCoupon(server.database, { bookId, ...overrides })).number;
    const open = await make({ totalQuantity: 5 });
    const paused = await make({ status: 'PAUSED', totalQuantity: 4, visibility: 'KEPT' });
    const upcoming = await make({ opensInMs: HOUR, endsInMs: 2 * HOUR, totalQuantity: 3 });
    const over = await make({ opensInMs: -2 * HOUR, endsInMs: -HOUR, visibility: 'UNLISTED', totalQuantity: 2 });
    expect(await numbers({ bookId })).toEqual([open, paused, upcoming, over]);
    expect(await numbers({ bookId }, 'TOTAL_QUANTITY')).toEqual([over, upcoming, paused, open]);
    expect(await numbers({ bookId }, 'STARTS_AT', 'DESC')).toEqual([upcoming, paused, open, over]);
    expect(await numbers({ bookId, status: ['PAUSED'] })).toEqual([paused]);
    expect(await numbers({ bookId, window: 'OPEN' })).toEqual([open, paused]);
    expect(await numbers({ bookId, window: 'UPCOMING' })).toEqual([upcoming]);
    expect(await numbers({ bookId, window: 'OVER' })).toEqual([over]);
    expect(await numbers({ bookId, visibility: ['KEPT', 'UNLISTED'] })).toEqual([paused, over]);
    expect(await numbers({ bookId, startsFrom: new Date() })).toEqual([upcoming]);
    expect(await numbers({ bookId: 'none' })).toEqual([]);
  });

  test('are the printed codes of batches, all others, or both', async () => {
    const { id, bookId, number: printed } = await buildCoupon(server.database);
    const { number: drop } = await buildCoupon(server.database, { bookId });
    await server.database.pool.query(
      `with batch as (
         insert into coupon_batch (id, book_id, pattern, count, total_quantity, starts_at, ends_at, use_within_days, reading_days)
         select $1, book_id, 'TEST-####', 1, 1, starts_at, ends_at, 3, 30 from coupon where id = $2)
       update coupon set batch_id = $1 where id = $2`,
      [uuid(), id],
    );
    expect(await numbers({ bookId })).toEqual([printed, drop]);
    expect(await numbers({ bookId, printed: true })).toEqual([printed]);
    expect(await numbers({ bookId, printed: false })).toEqual([drop]);
  });
});
