import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { makeDueCoupons } from '#admin/recurring-drops/make-due-coupons.js';
import { buildBook, buildUser } from '#testing/factories.js';
import { buildRecurringDrop } from '#testing/recurring-drops.js';
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

const EVERY_DAY = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
let words = 0;
const inputOf = (overrides: Record<string, unknown> = {}) => ({
  bookId,
  numberPattern: `noon${(words += 1)}-{yyyymmdd}`,
  timeOfDay: '12:00',
  zone: 'Asia/Seoul',
  days: EVERY_DAY,
  openMinutes: 60,
  totalQuantity: 500,
  visibility: 'LISTED',
  useWithinDays: 3,
  readingDays: 30,
  startsOn: '2026-01-01',
  ...overrides,
});

const SUMMARY = `query ($input: RecurringDropInput!, $id: ID) { recurringDropSummary(input: $input, id: $id) {
  confirm sentence opensAtOnce upcoming numbers changed takenBack warnings { reason } } }`;
const CREATE = `mutation ($id: ID!, $input: RecurringDropInput!, $confirm: String!) {
  createRecurringDrop(id: $id, input: $input, confirm: $confirm) { id numberPattern timeOfDay days version upcoming } }`;
const UPDATE = `mutation ($id: ID!, $version: Int!, $input: RecurringDropInput!, $confirm: String!) {
  updateRecurringDrop(id: $id, version: $version, input: $input, confirm: $confirm) { version timeOfDay } }`;
const PAUSE =
  'mutation ($id: ID!, $version: Int!) { pauseRecurringDrop(id: $id, version: $version) { isPaused version upcoming } }';
const RESUME =
  'mutation ($id: ID!, $version: Int!) { resumeRecurringDrop(id: $id, version: $version) { isPaused upcoming } }';
const DELETE = 'mutation ($ids: [ID!]!) { deleteRecurringDrops(ids: $ids) }';

const ask = (query: string, variables: Record<string, unknown> = {}) => server.graphql(query, { token, variables });
const refusal = async (query: string, variables: Record<string, unknown>) =>
  (await ask(query, variables)).errors?.[0]?.extensions;

const summary = z.object({
  recurringDropSummary: z.object({
    confirm: z.string(),
    sentence: z.string(),
    opensAtOnce: z.boolean(),
    changed: z.int(),
    takenBack: z.int(),
  }),
});
const summarise = async (input: object, id?: string) =>
  summary.parse((await ask(SUMMARY, { input, id })).data).recurringDropSummary;

async function create(overrides: Record<string, unknown> = {}) {
  const input = inputOf(overrides);
  const { confirm } = await summarise(input);
  const id = uuid();
  expect((await ask(CREATE, { id, input, confirm })).errors).toBeUndefined();
  await untilMade(id);
  return { id, input, confirm };
}

interface Row {
  id: string;
  number: string;
  version: number;
  time: string;
  weekday: number;
  total: number;
  hasBegun: boolean;
}
const couponsOf = async (id: string) =>
  (
    await server.database.pool.query<Row>(
      `select id, number, version, to_char(starts_at at time zone 'Asia/Seoul', 'HH24:MI') as time,
         extract(isodow from drop_day)::integer as weekday, total_quantity as total, starts_at <= now() as "hasBegun"
       from coupon where recurring_drop_id = $1 order by drop_day`,
      [id],
    )
  ).rows;
const untilMade = (id: string) =>
  vi.waitFor(async () => expect((await couponsOf(id)).length).toBeGreaterThan(0), { timeout: 10_000 });
const versionOf = async (id: string) =>
  z
    .object({ recurringDrop: z.object({ version: z.int() }) })
    .parse((await ask(`{ recurringDrop(id: "${id}") { version } }`)).data).recurringDrop.version;

describe('every day at noon in Seoul, 500 passes', () => {
  test('is created as it was confirmed, and its first coupons are there at once', async () => {
    const input = inputOf();
    const { confirm, sentence } = await summarise(input);
    expect(sentence).toContain(
      'Every day at 12:00 (Asia/Seoul), open for 60 minutes: 500 passes of 『무정』, one per reader',
    );
    const id = uuid();
    for (const _ of [1, 2]) {
      const { data } = await ask(CREATE, { id, input, confirm });
      expect(data).toMatchObject({
        createRecurringDrop: {
          id,
          numberPattern: input.numberPattern.toUpperCase(),
          timeOfDay: '12:00',
          days: EVERY_DAY,
        },
      });
    }
    await untilMade(id);
    const coupons = await couponsOf(id);
    expect(coupons.length).toBeGreaterThan(2);
    for (const coupon of coupons) expect(coupon).toMatchObject({ time: '12:00', total: 500 });
  });

  test('gives a reader one pass of each day', async () => {
    const { id } = await buildRecurringDrop(server.database, { opensInMinutes: -30 });
    await makeDueCoupons(server.database.pool, server.app.services.announcements);
    const today = (await couponsOf(id)).find(({ hasBegun }) => hasBegun);
    const reader = server.tokenFor(await buildUser(server.database));
    const download = `mutation { downloadCoupon(couponNumber: "${today?.number}") { __typename ... on UserCoupon { sequence alreadyIssued } } }`;
    for (const alreadyIssued of [false, true]) {
      expect((await server.graphql(download, { token: reader })).data).toEqual({
        downloadCoupon: { __typename: 'UserCoupon', sequence: 1, alreadyIssued },
      });
    }
  });

  test('shows its next seven openings', async () => {
    const { input } = await create();
    const { timeOfDay, zone, days, openMinutes, startsOn } = input;
    const { data } = await ask('query ($schedule: ScheduleInput!) { previewOpenings(schedule: $schedule) }', {
      schedule: { timeOfDay, zone, days, openMinutes, startsOn },
    });
    const { previewOpenings } = z.object({ previewOpenings: z.array(z.string()) }).parse(data);
    expect(previewOpenings).toHaveLength(7);
    for (const moment of previewOpenings) expect(moment).toContain('T03:00:00.000Z');
  });
});

test.each([
  [{ timeOfDay: '24:00' }, { field: 'timeOfDay', reason: 'BAD_FORMAT' }],
  [{ zone: 'Asia/Atlantis' }, { field: 'zone', reason: 'UNKNOWN_ZONE' }],
  [{ zone: 'posix/Asia/Seoul' }, { field: 'zone', reason: 'UNKNOWN_ZONE' }],
  [{ days: [] }, { field: 'days' }],
  [{ openMinutes: 10_081 }, { field: 'openMinutes', reason: 'TOO_LARGE', limit: 10_080 }],
  [{ startsOn: '2026-02-30' }, { field: 'startsOn', reason: 'BAD_FORMAT' }],
  [
    { startsOn: '2040-01-02', endsOn: '2040-01-01' },
    { field: 'endsOn', reason: 'BEFORE_START' },
  ],
  [
    { startsOn: '2001-01-01', endsOn: '2001-12-31' },
    { field: 'endsOn', reason: 'NO_OPENINGS' },
  ],
  [{ numberPattern: 'NOON-{MMDD}' }, { field: 'numberPattern', reason: 'BAD_PATTERN' }],
  [{ numberPattern: 'NOON' }, { field: 'numberPattern', reason: 'BAD_PATTERN' }],
  [{ numberPattern: 'A-VERY-VERY-LONG-WORDS-{YYYY}-{MM}-{DD}' }, { field: 'numberPattern', reason: 'BAD_PATTERN' }],
  [{ numberPattern: 'REHEARSAL-{YYYYMMDD}' }, { field: 'numberPattern', reason: 'RESERVED' }],
  [{ bookId: uuid() }, { field: 'bookId', reason: 'NOT_FOUND' }],
])('%o is refused in words', async (overrides, problem) => {
  expect(await refusal(SUMMARY, { input: inputOf(overrides) })).toMatchObject({
    code: 'BAD_USER_INPUT',
    problems: [problem],
  });
});

describe('an edit', () => {
  test('moves the coupons that have not opened, with their version, and leaves an open one', async () => {
    const { id, prefix } = await buildRecurringDrop(server.database, { opensInMinutes: -30, bookId });
    await makeDueCoupons(server.database.pool, server.app.services.announcements);
    const before = await couponsOf(id);
    const input = inputOf({ numberPattern: `${prefix}-X-{YYYYMMDD}`, timeOfDay: '03:21', totalQuantity: 700 });
    const { confirm, changed, takenBack } = await summarise(input, id);
    const coming = before.filter(({ hasBegun }) => !hasBegun);
    expect([changed, takenBack]).toEqual([coming.length, 0]);
    expect((await ask(UPDATE, { id, version: 1, input, confirm })).data).toEqual({
      updateRecurringDrop: { version: 2, timeOfDay: '03:21' },
    });
    const after = await couponsOf(id);
    const log = await server.database.pool.query(
      `select object_label as number from audit_entry where object_id = any($1) and action = 'recurringDrop.update'`,
      [coming.map(({ id: couponId }) => couponId)],
    );
    expect(log.rows).toEqual(coming.map(({ number }) => ({ number: number.replace(prefix, `${prefix}-X`) })));
    expect(after.filter(({ hasBegun }) => hasBegun)).toEqual(before.filter(({ hasBegun }) => hasBegun));
    for (const { id: couponId } of coming) {
      expect(after.find((coupon) => coupon.id === couponId)).toMatchObject({
        time: '03:21',
        total: 700,
        version: 2,
        number: expect.stringMatching(`^${prefix}-X-\\d{8}$`),
      });
    }
  });

  test('takes back the coupons of days that are none any more, and makes them again when they are', async () => {
    const { id, input } = await create({ startsOn: '2026-01-01' });
    const [keep] = (await couponsOf(id)).filter(({ hasBegun }) => !hasBegun);
    const only = { ...input, days: [EVERY_DAY[(keep?.weekday ?? 1) - 1]] };
    const { confirm } = await summarise(only, id);
    await ask(UPDATE, { id, version: 1, input: only, confirm });
    const left = (await couponsOf(id)).filter(({ hasBegun }) => !hasBegun);
    expect(left.map(({ weekday }) => weekday)).toEqual([keep?.weekday]);

    const again = await summarise(input, id);
    await ask(UPDATE, { id, version: 2, input, confirm: again.confirm });
    await vi.waitFor(async () => expect((await couponsOf(id)).length).toBeGreaterThan(2));
  });

  test('that was not confirmed, or began from an older version, changes nothing', async () => {
    const { id, input } = await create();
    const edit = { ...input, totalQuantity: 600 };
    expect(await refusal(UPDATE, { id, version: 1, input: edit, confirm: 'no' })).toMatchObject({
      reason: 'UNCONFIRMED',
    });
    const { confirm } = await summarise(edit, id);
    expect(await refusal(UPDATE, { id, version: 7, input: edit, confirm })).toMatchObject({
      reason: 'STALE',
      version: 1,
    });
    expect((await couponsOf(id)).map(({ total }) => total)).not.toContain(600);
  });

  test('is warned when it gives much more than before, and refused when a number is taken', async () => {
    const { id, input } = await create();
    const { data } = await ask(SUMMARY, { id, input: { ...input, totalQuantity: 5000 } });
    expect(data).toMatchObject({ recurringDropSummary: { warnings: [{ reason: 'MUCH_LARGER_THAN_BEFORE' }] } });
    expect(await refusal(SUMMARY, { input })).toMatchObject({
      problems: [{ field: 'numberPattern', reason: 'NUMBER_TAKEN' }],
    });
  });
});

test('paused, it takes back what has not opened; resumed, it makes it again', async () => {
  const { id } = await create();
  const before = (await couponsOf(id)).filter(({ hasBegun }) => !hasBegun);
  expect((await ask(PAUSE, { id, version: 1 })).data).toEqual({
    pauseRecurringDrop: { isPaused: true, version: 2, upcoming: [] },
  });
  await makeDueCoupons(server.database.pool, server.app.services.announcements);
  expect((await couponsOf(id)).filter(({ hasBegun }) => !hasBegun)).toEqual([]);
  expect(await refusal(RESUME, { id, version: 1 })).toMatchObject({ reason: 'STALE' });
  await ask(RESUME, { id, version: 2 });
  await vi.waitFor(async () =>
    expect((await couponsOf(id)).filter(({ hasBegun }) => !hasBegun).map(({ number }) => number)).toEqual(
      before.map(({ number }) => number),
    ),
  );
});

test('deleted, it leaves the coupons that have opened, and no other', async () => {
  const { id, prefix } = await buildRecurringDrop(server.database, { opensInMinutes: -30 });
  await makeDueCoupons(server.database.pool, server.app.services.announcements);
  const opened = (await couponsOf(id)).filter(({ hasBegun }) => hasBegun);
  for (const _ of [1, 2]) expect((await ask(DELETE, { ids: [id] })).data).toEqual({ deleteRecurringDrops: [id] });
  const { rows } = await server.database.pool.query<{ number: string }>(
    'select number from coupon where number like $1',
    [`${prefix}-%`],
  );
  expect(rows).toEqual(opened.map(({ number }) => ({ number })));
  const log = await server.database.pool.query('select action from audit_entry where object_id = $1 order by at', [id]);
  expect(log.rows).toEqual([{ action: 'recurringDrop.delete' }]);
});

test('whoever deletes a coupon while it is edited waits for the other, and neither fails', async () => {
  const { id, input } = await create();
  const version = await versionOf(id);
  const edit = { ...input, totalQuantity: 501 };
  const { confirm } = await summarise(edit, id);
  const [first] = (await couponsOf(id)).filter(({ hasBegun }) => !hasBegun);
  const remover = await server.database.pool.connect();
  await remover.query('begin');
  await remover.query('select from coupon where id = $1 for update', [first?.id]);
  const edited = ask(UPDATE, { id, version, input: edit, confirm });
  await vi.waitFor(async () => {
    const { rowCount } = await server.database.pool.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    expect(rowCount).toBe(1);
  });
  await remover.query('delete from coupon where id = $1', [first?.id]); // and the database notes its day in the drop
  await remover.query('commit');
  remover.release();
  // What was confirmed may be one coupon less by now: then it is asked again, and nothing is half-done.
  const reason = (await edited).errors?.[0]?.extensions?.['reason'];
  expect([undefined, 'UNCONFIRMED']).toContain(reason);
  expect((await couponsOf(id)).map(({ id: couponId }) => couponId)).not.toContain(first?.id);
});
