import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { roles } from '#auth/role.js';
import { dropConstraints } from '#testing/drop-constraints.js';
import { buildCoupon, buildUser } from '#testing/factories.js';
import { rehearser, take } from '#testing/rehearsals.js';
import { staffToken } from '#testing/staff.js';
import { startTestServer, type TestServer } from '#testing/test-server.js';

let server: TestServer;
let staff: ReturnType<typeof rehearser>;

/** Every row of every table, so that what a rehearsal left behind or touched is seen wherever it is. */
async function everything(): Promise<Record<string, string[]>> {
  const tables = ['"user"', 'session', 'book', 'coupon', 'user_coupon', 'rehearsal', 'rehearsal_reader'];
  const rows = tables.map(async (table) => {
    const found = await server.database.pool.query<{ row: string }>(`select t::text as row from ${table} t order by 1`);
    return [table, found.rows.map(({ row }) => row)] as const;
  });
  return Object.fromEntries(await Promise.all(rows));
}

beforeAll(async () => {
  server = await startTestServer();
  staff = rehearser(server, await staffToken(server, 'OPERATOR'));
});
afterAll(() => server.close());
beforeEach(async () => {
  await server.database.pool.query(`update rehearsal set created_at = now() - interval '2 hours'`);
});

describe('a rehearsal', () => {
  test('is in the audit log, each step by who took it', async () => {
    const { id } = await staff.begin();
    await staff.addReaders(id, 3);
    await staff.open(id, 2);
    await staff.open(id, 2);
    await staff.end(id);
    const { rows } = await server.database.pool.query(
      'select action, actor_role, before, after from audit_entry where object_id = $1 order by at',
      [id],
    );
    expect(rows).toMatchObject([
      { action: 'rehearsal.begin', actor_role: 'OPERATOR' },
      { action: 'rehearsal.addReaders', after: { count: 3 } },
      { action: 'rehearsal.open', after: { passes: 2 } },
      { action: 'rehearsal.end', after: { readers: 3, passes: 0 } },
    ]);
  });

  test('runs from its readers to its verdict, and leaves nothing and touches nothing else', async () => {
    const real = await buildCoupon(server.database);
    const reader = server.tokenFor(await buildUser(server.database));
    await take(server, reader, real.number);
    await staff.end((await staff.begin()).id); // sweeps what other tests left
    const before = await everything();

    const { id } = await staff.begin();
    const readers = [...(await staff.addReaders(id, 3)), ...(await staff.addReaders(id, 2))];
    const { couponNumber, ...window } = await staff.open(id, 3);
    const answers: Awaited<ReturnType<typeof take>>[] = [];
    for (const { accessToken } of readers) answers.push(await take(server, accessToken, couponNumber));

    expect(couponNumber).toMatch(/^REHEARSAL-\w{12}$/);
    expect(Date.parse(window.endsAt) - Date.parse(window.startsAt)).toBe(600_000);
    expect(answers.map(({ __typename }) => __typename)).toEqual([
      ...Array<string>(3).fill('UserCoupon'),
      ...Array<string>(2).fill('CouponSoldOut'),
    ]);
    const { checks, ...counts } = await staff.verdict(id);
    expect(counts).toEqual({ totalQuantity: 3, issuedQuantity: 3 });
    expect(checks.length).toBeGreaterThan(5);
    expect(checks.flatMap(({ breaches }) => breaches)).toEqual([]);
    expect(await staff.ask(`{ rehearsalPasses(id: "${id}", afterSequence: 1) { sequence code readerId } }`)).toEqual({
      rehearsalPasses: [1, 2].map((index) => ({
        sequence: answers[index]?.sequence,
        code: answers[index]?.code,
        readerId: readers[index]?.id,
      })),
    });

    expect(await staff.end(id)).toEqual({ passes: 3, readers: 5, readersKept: 0 });
    expect(await everything()).toEqual(before);
    await expect(staff.end(id)).rejects.toThrow('There is no rehearsal with this id.');
  });

  test('opens by the clock, is on no page, and its readers cannot log in', async () => {
    const { id } = await staff.begin();
    const [reader] = await staff.addReaders(id, 1);
    const { couponNumber, startsAt, serverTime } = await staff.open(id, 1, 120);
    const waits = Date.parse(startsAt) - Date.parse(serverTime);
    expect(waits).toBeGreaterThan(110_000);
    expect(waits).toBeLessThanOrEqual(120_000);
    expect(await take(server, reader?.accessToken ?? '', couponNumber)).toEqual({ __typename: 'CouponNotStarted' });
    expect(JSON.stringify(await staff.ask('{ activeEventBooks { title coupons { number } } }'))).not.toContain(
      'REHEARSAL',
    );
    const { rows } = await server.database.pool.query<{ role: string; password_hash: unknown }>(
      'select role, password_hash from "user" where id = $1',
      [reader?.id],
    );
    expect(rows).toEqual([{ role: 'READER', password_hash: null }]);
  });

  test('asked to open twice, answers the same coupon: an answer may get lost', async () => {
    const { id } = await staff.begin();
    const first = await staff.open(id, 5, 60);
    const again = await staff.open(id, 9, 200);
    expect({ ...again, serverTime: '' }).toEqual({ ...first, serverTime: '' });
  });

  test('is one at a time, and an abandoned one goes when the next begins', async () => {
    const first = await staff.begin();
    const all = await Promise.all(Array.from({ length: 5 }, () => staff.begin()));
    for (const other of all) expect(other).toMatchObject({ __typename: 'RehearsalUnderWay', id: first.id });

    await staff.addReaders(first.id, 4);
    await staff.open(first.id, 2);
    await server.database.pool.query(`update rehearsal set created_at = now() - interval '59 minutes'`);
    expect((await staff.begin()).__typename).toBe('RehearsalUnderWay');
    await server.database.pool.query(`update rehearsal set created_at = now() - interval '61 minutes'`);
    const races = await Promise.all(Array.from({ length: 5 }, () => staff.begin()));
    expect(races.filter(({ __typename }) => __typename === 'Rehearsal')).toHaveLength(1);
    const { rows } = await server.database.pool.query(
      `select (select count(*)::integer from rehearsal) as rehearsals, (select count(*)::integer from rehearsal_reader) as readers,
              (select count(*)::integer from coupon where number like 'REHEARSAL-%') as coupons`,
    );
    expect(rows).toEqual([{ rehearsals: 1, readers: 0, coupons: 0 }]);
  });

  test('takes no pass of a real coupon from anybody: for its readers there is none', async () => {
    const real = await buildCoupon(server.database, { totalQuantity: 1 });
    const { id } = await staff.begin();
    const readers = await staff.addReaders(id, 3);
    const { couponNumber } = await staff.open(id, 3);
    const before = await everything();
    for (const { accessToken } of readers)
      for (const number of [real.number, ` ${real.number.toLowerCase()} `])
        expect(await take(server, accessToken, number)).toEqual({ __typename: 'CouponNotFound' });
    expect(await everything()).toEqual(before);

    for (const { accessToken } of readers)
      expect((await take(server, accessToken, couponNumber)).__typename).toBe('UserCoupon');
    const somebody = server.tokenFor(await buildUser(server.database));
    expect((await take(server, somebody, real.number)).__typename).toBe('UserCoupon');
  });

  test('keeps a reader who holds a real pass all the same, and a book that got a real coupon', async () => {
    const real = await buildCoupon(server.database);
    const { id } = await staff.begin();
    const [first] = await staff.addReaders(id, 2);
    const { couponNumber } = await staff.open(id, 2);
    await take(server, first?.accessToken ?? '', couponNumber);
    const ordinary = server.tokenFor(first?.id ?? '');
    const taken = await take(server, ordinary, real.number);
    const { rows } = await server.database.pool.query<{ book_id: string }>('select book_id from rehearsal');
    const onItsBook = await buildCoupon(server.database, { bookId: rows[0]?.book_id ?? '' });

    expect(await staff.end(id)).toEqual({ passes: 1, readers: 1, readersKept: 1 });
    expect(await take(server, ordinary, real.number)).toEqual(taken);
    expect((await take(server, ordinary, onItsBook.number)).__typename).toBe('UserCoupon');
  });

  test('ends in the middle of its rush, and whoever still comes finds no coupon', async () => {
    const { id } = await staff.begin();
    const readers = await staff.addReaders(id, 60);
    const { couponNumber } = await staff.open(id, 50);
    const rush = readers.map(({ accessToken }) => take(server, accessToken, couponNumber));
    await Promise.race(rush);
    const end = staff.end(id);
    // A reader who is deleted while he waits has no account any more; that is an error and no answer.
    const answers = (await Promise.allSettled(rush)).flatMap((answer) =>
      answer.status === 'fulfilled' ? [answer.value.__typename] : [],
    );
    expect(await end).toMatchObject({ readers: 60, readersKept: 0 });
    const possible = ['UserCoupon', 'CouponNotFound', 'CouponSoldOut'];
    expect(answers.filter((name) => !possible.includes(name))).toEqual([]);
  });
});

describe('who may', () => {
  const mutations = [
    'mutation { beginRehearsal { __typename } }',
    'mutation { addRehearsalReaders(id: "ID", count: 1) { accessToken } }',
    'mutation { openRehearsal(id: "ID", passes: 1, opensInSeconds: 1) { couponNumber } }',
    '{ rehearsalVerdict(id: "ID") { issuedQuantity } }',
    '{ rehearsalPasses(id: "ID") { code } }',
    'mutation { endRehearsal(id: "ID") { passes } }',
  ];
  const codes = z.array(z.object({ extensions: z.object({ code: z.string() }) }));

  test.each(mutations)('%s', async (query) => {
    const { id } = await staff.begin();
    const answers = await Promise.all(
      roles.map(async (role) => {
        const { errors } = await server.graphql(query.replace('ID', id), { token: await staffToken(server, role) });
        return [role, errors?.[0]?.extensions?.['code'] === 'FORBIDDEN'];
      }),
    );
    expect(Object.fromEntries(answers)).toEqual({ READER: true, SUPPORT: true, OPERATOR: false, ADMIN: false });
    const { errors } = await server.graphql(query.replace('ID', id));
    expect(codes.parse(errors)[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('what it refuses, with a sentence', () => {
  const NOBODY = '0190a0a0-0000-7000-8000-000000000000';

  test.each([
    ['a reader too many', (id: string) => staff.addReaders(id, 1001), '"count" must be between 1 and 1,000.'],
    ['no reader', (id: string) => staff.addReaders(id, 0), '"count" must be between 1 and 1,000.'],
    ['no pass', (id: string) => staff.open(id, 0), '"passes" must be between 1 and 200,000.'],
    ['a long wait', (id: string) => staff.open(id, 1, 301), '"opensInSeconds" must be between 0 and 300.'],
    ['a verdict before the opening', (id: string) => staff.verdict(id), 'call openRehearsal first'],
    ['what is no id', () => staff.end("'; drop"), 'There is no rehearsal with this id.'],
    ['readers of none', () => staff.addReaders(NOBODY, 1), 'There is no rehearsal with this id.'],
    ['a coupon of none', () => staff.open(NOBODY, 1), 'There is no rehearsal with this id.'],
    ['a verdict of none', () => staff.verdict(NOBODY), 'There is no rehearsal with this id.'],
    ['the end of none', () => staff.end(NOBODY), 'There is no rehearsal with this id.'],
  ])('%s', async (_what, ask, sentence) => {
    const { id } = await staff.begin();
    await expect(ask(id)).rejects.toThrow(sentence);
  });

  test('a verdict of one that ends meanwhile', async () => {
    const { id } = await staff.begin();
    await staff.open(id, 1);
    const { pool } = server.database;
    const ender = await pool.connect();
    await ender.query('begin; lock table coupon, user_coupon in access exclusive mode');
    const verdict = Promise.allSettled([staff.verdict(id)]);
    const waiting =
      "select from pg_locks where not granted and relation in ('coupon'::regclass, 'user_coupon'::regclass)";
    await expect.poll(async () => (await ender.query(waiting)).rowCount).toBeGreaterThan(0);
    await ender.query(
      `with ended as (delete from rehearsal returning coupon_id) delete from coupon where id in (select coupon_id from ended)`,
    );
    await ender.query('commit');
    ender.release();
    const sentence = expect.stringContaining('There is no rehearsal with this id.');
    expect(await verdict).toMatchObject([{ status: 'rejected', reason: { message: sentence } }]);
  });

  test('more readers than a rehearsal may have, also when two ask at once', async () => {
    const { id } = await staff.begin();
    await server.database.pool.query('update rehearsal set readers = 199990 where id = $1', [id]);
    const answers = await Promise.allSettled([staff.addReaders(id, 6), staff.addReaders(id, 6)]);
    const refusals = answers.flatMap((answer) => (answer.status === 'rejected' ? [String(answer.reason)] : []));
    expect(refusals).toEqual(['Error: "readers" must be between 1 and 200,000.']); // not the constraint behind the lock
  });
});

test('the verdict names what a forged pass breaks, and looks at no other coupon', async () => {
  const own = await startTestServer();
  const operator = rehearser(own, await staffToken(own, 'OPERATOR'));
  const real = await buildCoupon(own.database);
  const { id } = await operator.begin();
  const [reader] = await operator.addReaders(id, 2);
  const { couponNumber } = await operator.open(id, 2);
  await take(own, reader?.accessToken ?? '', couponNumber);
  await dropConstraints(own.database);

  await own.database.pool.query('update coupon set issued_quantity = 4 where id = $1', [real.id]);
  expect((await operator.verdict(id)).checks.flatMap(({ breaches }) => breaches)).toEqual([]);

  await own.database.pool.query(
    `insert into user_coupon select coupon_id, 3, user_id, code || 'X', reading_days, created_at, expires_at
     from user_coupon where coupon_id = (select coupon_id from rehearsal)`,
  );
  const { checks } = await operator.verdict(id);
  expect(checks.filter(({ breaches }) => breaches.length > 0).map(({ rule }) => rule)).toEqual([
    'issuedQuantity is the number of passes',
    'sequences are 1…issuedQuantity without a gap',
    'at most one pass per reader and coupon',
  ]);
  await own.close();
});
