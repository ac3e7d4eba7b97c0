import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { makeBatchCoupons } from '#admin/coupon-batches/make-batch-coupons.js';
import { buildBook, buildCoupon, buildUser } from '#testing/factories.js';
import { staffToken } from '#testing/staff.js';
import { startTestServer, type TestServer } from '#testing/test-server.js';

let server: TestServer;
let token: string;
let bookId: string;
beforeAll(async () => {
  server = await startTestServer();
  token = await staffToken(server, 'OPERATOR');
  bookId = await buildBook(server.database, { title: '무정' });
});
afterAll(() => server.close());

const DAY_MS = 86_400_000;
let words = 0;
/** A pattern of the test's own with so many `?`. */
const patternOf = (chances: number) => `T${(words += 1)}-${'?'.repeat(chances)}`;
const inputOf = (overrides: Record<string, unknown> = {}) => ({
  bookId,
  pattern: patternOf(10),
  count: 50,
  totalQuantity: 1,
  startsAt: new Date(Date.now() - 1000),
  endsAt: new Date(Date.now() + DAY_MS),
  useWithinDays: 3,
  readingDays: 30,
  ...overrides,
});

const SUMMARY =
  'query ($input: CouponBatchInput!) { couponBatchSummary(input: $input) { confirm sentence examples opensAtOnce warnings { reason } } }';
const CREATE =
  'mutation ($id: ID!, $input: CouponBatchInput!, $confirm: String!) { createCouponBatch(id: $id, input: $input, confirm: $confirm) { id status count book { title } } }';
const ask = (query: string, variables: Record<string, unknown> = {}) => server.graphql(query, { token, variables });
const refusal = async (query: string, variables: Record<string, unknown>) =>
  (await ask(query, variables)).errors?.[0]?.extensions;

const summary = z.object({
  couponBatchSummary: z.object({ confirm: z.string(), sentence: z.string(), examples: z.array(z.string()) }),
});
const summarise = async (input: object) => summary.parse((await ask(SUMMARY, { input })).data).couponBatchSummary;

async function order(overrides: Record<string, unknown> = {}) {
  const input = inputOf(overrides);
  const { confirm } = await summarise(input);
  const id = uuid();
  expect((await ask(CREATE, { id, input, confirm })).errors).toBeUndefined();
  return { id, input, confirm };
}

const batch = z.object({
  couponBatch: z.object({ made: z.int(), count: z.int(), status: z.string(), problem: z.string().nullable() }),
});
const look = async (id: string) =>
  batch.parse((await ask(`{ couponBatch(id: "${id}") { made count status problem } }`)).data).couponBatch;
const untilEnded = (id: string) =>
  vi.waitFor(
    async () => {
      const ended = await look(id);
      expect(ended.status).not.toBe('RUNNING');
      return ended;
    },
    { timeout: 30_000, interval: 50 },
  );
const couponsOf = async (id: string) =>
  (
    await server.database.pool.query<{ number: string; visibility: string }>(
      'select number, visibility from coupon where batch_id = $1',
      [id],
    )
  ).rows;
const entriesOf = async (id: string) =>
  (
    await server.database.pool.query(
      'select action, actor_name, before, after, note from audit_entry where object_id = $1 order by at',
      [id],
    )
  ).rows;

describe('couponBatchSummary', () => {
  test('says what would be made, and what somebody should have seen', async () => {
    const input = inputOf({ count: 1000, totalQuantity: 20 });
    const { data } = await ask(SUMMARY, { input });
    expect(data).toMatchObject({
      couponBatchSummary: { opensAtOnce: true, warnings: [{ reason: 'OPENS_AT_ONCE' }, { reason: 'SHARED_CODES' }] },
    });
    const { sentence, examples } = await summarise(input);
    expect(sentence).toContain(
      `1,000 unlisted coupons ${input.pattern} for 『무정』, 20 passes each: 20,000 passes in all`,
    );
    expect(examples).toHaveLength(3);
    for (const number of examples) expect(number).toMatch(/^T\d+-[34679ACDEFGHJKMNPQRTUWXY]{10}$/);
  });

  test.each([
    [{ pattern: 'NO-CHANCE' }, { field: 'pattern', reason: 'BAD_PATTERN' }],
    [{ pattern: '?'.repeat(33) }, { field: 'pattern', reason: 'BAD_PATTERN' }],
    [{ pattern: '-??????????' }, { field: 'pattern', reason: 'BAD_PATTERN' }],
    [{ pattern: 'REHEARSAL-??????????' }, { field: 'pattern', reason: 'RESERVED' }],
    [
      { pattern: 'ROOM-????????', count: 2000 },
      { field: 'pattern', reason: 'TOO_LITTLE_ROOM', limit: 9 },
    ],
    [{ count: 100_001 }, { field: 'count', reason: 'TOO_LARGE', limit: 100_000 }],
    [{ count: 0 }, { field: 'count', reason: 'TOO_SMALL' }],
    [{ endsAt: new Date(Date.now() - 2000) }, { field: 'endsAt', reason: 'BEFORE_START' }],
    [
      { startsAt: new Date(0), endsAt: new Date(1) },
      { field: 'endsAt', reason: 'IN_THE_PAST' },
    ],
    [{ bookId: uuid() }, { field: 'bookId', reason: 'NOT_FOUND' }],
  ])('refuses %o', async (overrides, problem) => {
    expect(await refusal(SUMMARY, { input: inputOf(overrides) })).toMatchObject({
      code: 'BAD_USER_INPUT',
      problems: [problem],
    });
  });

  test('counts the numbers of the pattern that there are already', async () => {
    const pattern = patternOf(8);
    await order({ pattern, count: 1000 });
    expect(await refusal(SUMMARY, { input: inputOf({ pattern, count: 1000 }) })).toMatchObject({
      problems: [{ reason: 'TOO_LITTLE_ROOM', limit: 9 }],
    });
  });
});

describe('createCouponBatch', () => {
  test('makes its coupons in the background, unlisted, and tells the log twice', async () => {
    const { id } = await order({ count: 2500 });
    expect(await untilEnded(id)).toEqual({ made: 2500, count: 2500, status: 'DONE', problem: null });
    const coupons = await couponsOf(id);
    expect(new Set(coupons.map(({ number }) => number)).size).toBe(2500);
    expect(coupons.every(({ visibility }) => visibility === 'UNLISTED')).toBe(true);
    expect(await entriesOf(id)).toMatchObject([
      { action: 'couponBatch.create' },
      { action: 'couponBatch.finish', actor_name: 'coupon batch', after: { status: 'DONE', made: 2500 } },
    ]);
  });

  test('asked twice with one id makes one batch', async () => {
    const { id, input, confirm } = await order();
    await untilEnded(id);
    expect((await ask(CREATE, { id, input, confirm })).data).toMatchObject({
      createCouponBatch: { id, status: 'DONE' },
    });
    expect(await couponsOf(id)).toHaveLength(50);
  });

  test('does nothing that was not confirmed', async () => {
    const [read, sent] = [inputOf(), inputOf({ count: 51 })];
    const { confirm } = await summarise(read);
    const id = uuid();
    expect(await refusal(CREATE, { id, input: { ...sent, pattern: read.pattern }, confirm })).toMatchObject({
      code: 'CONFLICT',
      reason: 'UNCONFIRMED',
    });
    expect((await ask(`{ couponBatch(id: "${id}") { id } }`)).data).toEqual({ couponBatch: null });
  });

  test('a printed code gives a reader his pass', async () => {
    const { id } = await order({ count: 1 });
    await untilEnded(id);
    const [coupon] = await couponsOf(id);
    const reader = server.tokenFor(await buildUser(server.database));
    const typed = coupon?.number.toLowerCase();
    expect(
      (await server.graphql(`mutation { downloadCoupon(couponNumber: "${typed}") { __typename } }`, { token: reader }))
        .data,
    ).toEqual({ downloadCoupon: { __typename: 'UserCoupon' } });
  });
});

describe('makeBatchCoupons', () => {
  /** Orders a batch that the server's own loop does not see. */
  async function orderBehind(overrides: { pattern?: string; count?: number } = {}): Promise<string> {
    const { pattern, count } = inputOf(overrides);
    const id = uuid();
    await server.database.pool.query(
      `insert into coupon_batch (id, book_id, pattern, count, total_quantity, starts_at, ends_at, use_within_days, reading_days)
       values ($1, $2, $3, $4, 1, now(), now() + interval '1 day', 3, 30)`,
      [id, bookId, pattern, count],
    );
    return id;
  }

  test('by several at once makes exactly as many as were ordered', async () => {
    const ids = [await orderBehind({ count: 3000 }), await orderBehind({ count: 1500 })];
    const work = async () => {
      while ((await Promise.all(ids.map(look))).some(({ status }) => status === 'RUNNING')) {
        await makeBatchCoupons(server.database.pool);
      }
    };
    await Promise.all([work(), work(), work()]);
    expect([(await couponsOf(ids[0] ?? '')).length, (await couponsOf(ids[1] ?? '')).length]).toEqual([3000, 1500]);
  });

  test('leaves nothing half-made when its connection is cut, and another goes on', async () => {
    const { pool } = server.database;
    const id = await orderBehind({ count: 2000 });
    const blocker = await pool.connect(); // the portion hangs at its book, in the middle of its transaction
    await blocker.query('begin');
    await blocker.query('select from book where id = $1 for update', [bookId]);
    const cut = makeBatchCoupons(pool).catch((error: unknown) => error);
    await vi.waitFor(async () => {
      const { rowCount } = await pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock' and query like '%insert into coupon%'`,
      );
      expect(rowCount).toBe(1);
    });
    expect(await cut).toBeInstanceOf(Error);
    await blocker.query('rollback');
    blocker.release();
    const { made } = await look(id);
    expect(await couponsOf(id)).toHaveLength(made);
    while ((await look(id)).status === 'RUNNING') await makeBatchCoupons(pool);
    expect(await couponsOf(id)).toHaveLength(2000);
  });

  test('leaves out a number that is taken, and fails in words when none is free', async () => {
    const pattern = 'FULL-?';
    for (const letter of '34679ACDEFGHJKMNPQRTUWX') {
      const { id } = await buildCoupon(server.database);
      await server.database.pool.query('update coupon set number = $2 where id = $1', [id, `FULL-${letter}`]);
    }
    const id = await orderBehind({ pattern, count: 2 });
    while ((await look(id)).status === 'RUNNING') await makeBatchCoupons(server.database.pool);
    const { made, status, problem } = await look(id);
    expect([status, problem]).toEqual(['FAILED', expect.stringContaining('taken')]);
    expect(await couponsOf(id)).toHaveLength(made);
  });
});

describe('cancelCouponBatch', () => {
  const CANCEL = 'mutation ($id: ID!) { cancelCouponBatch(id: $id) { status made count } }';

  test('keeps what is made and says how much that is', async () => {
    const { id } = await order({ count: 100_000, pattern: patternOf(12) });
    await vi.waitFor(async () => expect((await look(id)).made).toBeGreaterThan(0), { timeout: 10_000 });
    const { data } = await ask(CANCEL, { id });
    const made = (await couponsOf(id)).length;
    expect(data).toEqual({ cancelCouponBatch: { status: 'CANCELLED', made, count: 100_000 } });
    expect((await entriesOf(id)).at(-1)).toMatchObject({
      action: 'couponBatch.cancel',
      after: { status: 'CANCELLED', made },
    });
    await makeBatchCoupons(server.database.pool);
    expect(await couponsOf(id)).toHaveLength(made);
  });

  test('of one that is done changes nothing', async () => {
    const { id } = await order();
    await untilEnded(id);
    expect((await ask(CANCEL, { id })).data).toEqual({ cancelCouponBatch: { status: 'DONE', made: 50, count: 50 } });
    expect(await refusal(CANCEL, { id: uuid() })).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('deleteCouponBatches', () => {
  const DELETE = 'mutation ($ids: [ID!]!) { deleteCouponBatches(ids: $ids) }';

  test('takes a batch with its coupons, unless somebody holds a pass of one', async () => {
    const [free, used] = [await order(), await order()];
    await Promise.all([untilEnded(free.id), untilEnded(used.id)]);
    const [coupon] = await couponsOf(used.id);
    const reader = server.tokenFor(await buildUser(server.database));
    await server.graphql(`mutation { downloadCoupon(couponNumber: "${coupon?.number}") { __typename } }`, {
      token: reader,
    });
    expect(await refusal(DELETE, { ids: [free.id, used.id] })).toMatchObject({ code: 'CONFLICT', reason: 'IN_USE' });
    expect(await couponsOf(free.id)).toHaveLength(50);
    expect((await ask(DELETE, { ids: [free.id] })).data).toEqual({ deleteCouponBatches: [free.id] });
    expect(await couponsOf(free.id)).toEqual([]);
    expect((await entriesOf(free.id)).at(-1)).toMatchObject({ action: 'couponBatch.delete', after: null });
  });
});

test('a hundred thousand unlisted coupons are no part of what the event list reads', async () => {
  const { pool } = server.database;
  await pool.query(
    `insert into coupon (id, book_id, number, total_quantity, visibility, starts_at, ends_at, use_within_days, reading_days)
     select gen_random_uuid(), $1, 'MANY-' || n, 1, 'UNLISTED', now(), now() + interval '1 day', 1, 1 from generate_series(1, 100000) n`,
    [bookId],
  );
  await pool.query('analyze coupon');
  const { rows } = await pool.query<{ 'QUERY PLAN': string }>(
    `explain (analyze, costs off, timing off, summary off) select from coupon c where c.ends_at > now()
       and (c.visibility = 'KEPT' or (c.visibility = 'LISTED' and c.status in ('ACTIVE', 'PAUSED')))`,
  );
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).toContain('coupon_on_event_page_index');
  expect(Number(/Rows Removed by Filter: (\d+)/.exec(plan)?.[1] ?? 0)).toBeLessThan(100);
});
