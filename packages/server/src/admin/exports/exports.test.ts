import { request } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import jwt from 'jsonwebtoken';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { buildBook, buildCoupon, buildUsers } from '#testing/factories.js';
import { staffToken } from '#testing/staff.js';
import { startTestServer, TEST_JWT_SECRET, type TestServer } from '#testing/test-server.js';

let server: TestServer;
let token: string;
beforeAll(async () => {
  server = await startTestServer();
  token = await staffToken(server, 'SUPPORT');
});
beforeEach(() => placesFree());
afterAll(() => server.close());

const ticketOf = z.object({ exportBooks: z.object({ url: z.string(), expiresAt: z.string() }) });

async function exportBooks(filter: object = {}, bearer = token): Promise<string> {
  const mutation = 'mutation ($filter: BookFilter) { exportBooks(filter: $filter) { url expiresAt } }';
  const { data } = await server.graphql(mutation, { token: bearer, variables: { filter } });
  return ticketOf.parse(data).exportBooks.url;
}

const download = (url: string, headers: Record<string, string> = {}) => fetch(`${server.address}${url}`, { headers });
const reasonOf = async (response: Response) => {
  const { errors } = z
    .object({ errors: z.tuple([z.object({ message: z.string(), extensions: z.record(z.string(), z.unknown()) })]) })
    .parse(await response.json());
  return { status: response.status, ...errors[0].extensions };
};
const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { columns: true, bom: true });
const entriesOf = async (url: string) => {
  const { jti } = z.object({ jti: z.string() }).parse(jwt.decode(url.split('/').at(-1) ?? ''));
  const { rows } = await server.database.pool.query(
    `select action, object_type, object_label, after from audit_entry where object_id = $1 order by at`,
    [jti],
  );
  return rows;
};
/** Connections of the pool that are busy. */
const busy = () => server.database.pool.totalCount - server.database.pool.idleCount;
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await setTimeout(10);
}

/** A file's place is free only once the log has how it ended. */
const placesFree = () =>
  until(() => {
    try {
      const free = server.app.services.exportSlots.take();
      const isLast = isFull();
      free();
      return !isLast;
    } catch {
      return false;
    }
  });
function isFull(): boolean {
  try {
    server.app.services.exportSlots.assertFree();
    return false;
  } catch {
    return true;
  }
}

/** When a batch was last read, by PostgreSQL's clock; undefined when nobody reads one. */
async function lastRead(): Promise<string | undefined> {
  const { rows } = await server.database.pool.query<{ at: string }>(
    `select state_change::text as at from pg_stat_activity where datname = current_database() and query like 'fetch%'`,
  );
  return rows[0]?.at;
}

/** So many books, none of them short: more than sockets and buffers take. */
async function manyBooks(mark: string, count: number): Promise<void> {
  await server.database.pool.query(
    `insert into book (id, title, author, description)
     select gen_random_uuid(), $1 || n, 'n', repeat('책 ', 1500) from generate_series(1, $2) n`,
    [mark, count],
  );
}

describe('a file', () => {
  test('has exactly the rows that the filter matches, and the log has who took it', async () => {
    const mark = uuid();
    const ids = [
      await buildBook(server.database, { title: `${mark} 가` }),
      await buildBook(server.database, { title: `나 ${mark}` }),
    ];
    const url = await exportBooks({ search: mark, createdFrom: '2020-01-01T00:00:00Z' });
    const response = await download(url);
    expect(rowsOf(await response.text()).map(({ id }) => id)).toEqual(ids);
    await until(async () => (await entriesOf(url)).length === 2);
    expect(await entriesOf(url)).toMatchObject([
      { action: 'export.books', object_type: 'EXPORT', object_label: 'books', after: { filter: { search: mark } } },
      { action: 'export.books.end', after: { rows: 2, isComplete: true } },
    ]);
  });

  test('is what Excel reads as Hangul, with its times in Korea, under a dated name', async () => {
    const mark = uuid();
    const id = await buildBook(server.database, { title: mark });
    await server.database.pool.query(`update book set created_at = '2026-12-24T03:00:00.123456Z' where id = $1`, [id]);
    const response = await download(await exportBooks({ search: mark }), { 'accept-language': 'ko-KR,ko;q=0.9' });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(bytes.toString().split('\r\n')).toEqual([
      '\uFEFFid,title,author,description,coverUrl,createdAt,createdAtKst,version,couponCount',
      `${id},${mark},이광수,,,2026-12-24T12:00:00.123+09:00,2026-12-24 12:00:00,1,0`,
      '',
    ]);
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="pagedrop-books-\d{4}-\d\d-\d\d-\d{4}\.csv"; filename\*=UTF-8''pagedrop-%EC%B1%85-\d{4}-/,
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1', '＋1', '－1', '＠x'])(
    'has no formula of what somebody typed: %j',
    async (typed) => {
      const mark = uuid();
      await buildBook(server.database, { title: `${typed}${mark}` });
      const [row] = rowsOf(await (await download(await exportBooks({ search: mark }))).text());
      expect(row?.['title']).toBe(`'${typed}${mark}`);
    },
  );

  test('of nothing has its header', async () => {
    const text = await (await download(await exportBooks({ ids: [uuid()] }))).text();
    expect(text).toMatch(/^id,title[^\n]*\r\n$/);
  });

  test('is of one moment, however long it takes', async () => {
    const mark = uuid();
    await manyBooks(mark, 3000);
    const response = await download(await exportBooks({ search: mark })); // its first rows are read, the last are not
    await server.database.pool.query(`delete from book where title like $1`, [`${mark}%`]);
    expect(rowsOf(await response.text())).toHaveLength(3000);
  });
});

test('a batch of printed codes has its numbers as a file', async () => {
  const [coupon, other] = [await buildCoupon(server.database), await buildCoupon(server.database)];
  const batchId = uuid();
  await server.database.pool.query(
    `with batch as (
       insert into coupon_batch (id, book_id, pattern, count, total_quantity, starts_at, ends_at, use_within_days, reading_days)
       select $1, book_id, 'TEST-####', 1, 1, starts_at, ends_at, 3, 30 from coupon where id = $2)
     update coupon set batch_id = $1 where id = $2`,
    [batchId, coupon.id],
  );
  const numbers = async (filter: object) => {
    const { data } = await server.graphql(
      'mutation ($filter: CouponFilter) { exportCoupons(filter: $filter) { url } }',
      {
        token,
        variables: { filter },
      },
    );
    const { url } = z.object({ exportCoupons: z.object({ url: z.string() }) }).parse(data).exportCoupons;
    return rowsOf(await (await download(url)).text()).map(({ number }) => number);
  };
  expect(await numbers({ batchId })).toEqual([coupon.number]);
  expect(await numbers({ window: 'OPEN' })).toEqual(expect.arrayContaining([coupon.number, other.number]));
});

test('passes say who got which, with all that became of it', async () => {
  const { number, id: couponId } = await buildCoupon(server.database, { totalQuantity: 4 });
  const readers = await buildUsers(server.database, 4);
  for (const reader of readers) {
    await server.graphql(`mutation { downloadCoupon(couponNumber: "${number}") { __typename } }`, {
      token: server.tokenFor(reader),
    });
  }
  const change = (sequence: number, set: string) =>
    server.database.pool.query(`update user_coupon set ${set} where coupon_id = $1 and sequence = $2`, [
      couponId,
      sequence,
    ]);
  await change(2, `used_at = now(), readable_until = now() + interval '30 days'`);
  await change(3, `revoked_at = now()`);
  await change(4, `expires_at = created_at + interval '1 microsecond'`);

  const passes = async (filter: object) => {
    const { data } = await server.graphql(
      'mutation ($filter: UserCouponFilter) { exportUserCoupons(filter: $filter) { url } }',
      {
        token,
        variables: { filter },
      },
    );
    const { url } = z.object({ exportUserCoupons: z.object({ url: z.string() }) }).parse(data).exportUserCoupons;
    return rowsOf(await (await download(url)).text());
  };
  const all = await passes({ couponId });
  expect(all.map(({ sequence, state, userId }) => [sequence, state, userId])).toEqual([
    ['1', 'UNUSED', readers[0]],
    ['2', 'USED', readers[1]],
    ['3', 'REVOKED', readers[2]],
    ['4', 'EXPIRED', readers[3]],
  ]);
  expect(all[1]).toMatchObject({
    couponNumber: number,
    code: expect.stringMatching(/^(\w{4}-){3}\w{4}$/),
    usedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+\+09:00$/),
    returnedToStock: 'false',
    readingDays: '30',
    revokedAt: '',
  });
  for (const state of ['UNUSED', 'USED', 'REVOKED', 'EXPIRED']) {
    expect((await passes({ couponId, state: [state] })).map((row) => row['state'])).toEqual([state]);
  }
  expect(await passes({ search: all[2]?.['code'] })).toHaveLength(1);
});

describe('a ticket', () => {
  test('works once, also when it is used twice at the same time', async () => {
    const url = await exportBooks();
    const answers = await Promise.all([download(url), download(url)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404]);
    await Promise.all(answers.map((answer) => answer.text()));
    expect(await reasonOf(await download(url))).toMatchObject({
      status: 404,
      code: 'NOT_FOUND',
      reason: 'TICKET_SPENT',
    });
  });

  test('is no longer good after a minute, nor when somebody else wrote it', async () => {
    const good = await exportBooks();
    const payload = z.record(z.string(), z.unknown()).parse(jwt.decode(good.split('/').at(-1) ?? ''));
    expect(Number(payload['exp']) - Number(payload['iat'])).toBe(60);
    const forged = (changes: object, secret = TEST_JWT_SECRET) =>
      `/staff/exports/${jwt.sign({ ...payload, ...changes }, secret)}`;
    const past = Math.floor(Date.now() / 1000) - 1;
    for (const url of [
      forged({ exp: past }),
      forged({ aud: 'pagedrop' }),
      forged({}, 'another secret that is long enough'),
      '/staff/exports/x',
    ]) {
      expect(await reasonOf(await download(url))).toMatchObject({ status: 404, reason: 'TICKET_SPENT' });
    }
    const control = await download(forged({}));
    expect(control.status).toBe(200);
    await control.text();
  });

  test('is no access token', async () => {
    const ticket = (await exportBooks()).split('/').at(-1) ?? '';
    const { errors } = await server.graphql('{ books { edges { cursor } } }', { token: ticket });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('is worth nothing to who has been demoted meanwhile', async () => {
    const demoted = await staffToken(server, 'SUPPORT');
    const url = await exportBooks({}, demoted);
    const { userId } = server.app.services.accessTokens.verify(demoted) ?? {};
    await server.database.pool.query(`update "user" set role = 'READER' where id = $1`, [userId]);
    expect(await reasonOf(await download(url))).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    expect(await entriesOf(url)).toEqual([]);
  });

  test('is worth nothing to who has logged out meanwhile', async () => {
    const url = await exportBooks();
    const { sid } = z.object({ sid: z.string() }).parse(jwt.decode(url.split('/').at(-1) ?? ''));
    server.app.services.revokedSessions.add(sid);
    expect(await reasonOf(await download(url))).toMatchObject({ status: 401 });
    token = await staffToken(server, 'SUPPORT');
  });

  test('is not spent by who only looks ahead', async () => {
    const url = await exportBooks();
    await fetch(`${server.address}${url}`, { method: 'HEAD' });
    const response = await download(url);
    expect(response.status).toBe(200);
    await response.text();
  });

  test('for the log is for administrators', async () => {
    const mutation = 'mutation { exportAuditEntries { url } }';
    const { errors } = await server.graphql(mutation, { token });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    const admin = await staffToken(server, 'ADMIN');
    const { data } = await server.graphql(mutation, { token: admin });
    const { url } = z.object({ exportAuditEntries: z.object({ url: z.string() }) }).parse(data).exportAuditEntries;
    expect(rowsOf(await (await download(url)).text()).length).toBeGreaterThan(0);
  });

  test('with more rows chosen by hand than an address takes is refused in words', async () => {
    const { errors } = await server.graphql('mutation ($ids: [ID!]) { exportBooks(filter: { ids: $ids }) { url } }', {
      token,
      variables: { ids: Array.from({ length: 500 }, () => uuid()) },
    });
    expect(errors?.[0]?.extensions).toMatchObject({ problems: [{ field: 'filter', reason: 'TOO_LONG' }] });
  });
});

describe('while a file is on its way', () => {
  const mark = uuid();
  beforeAll(() => manyBooks(mark, 8000));

  /** A reader who takes nothing after the head. */
  async function begin(): Promise<{ leave(): void; rest(): Promise<string>; url: string }> {
    const url = await exportBooks({ search: mark });
    const answered = Promise.withResolvers<import('node:http').IncomingMessage>();
    const asked = request(`${server.address}${url}`, { agent: false }, answered.resolve)
      .on('error', answered.reject)
      .end();
    const response = await answered.promise;
    return {
      url,
      leave: () => asked.destroy(),
      async rest() {
        let text = '';
        response.setEncoding('utf8');
        for await (const piece of response) text += String(piece);
        return text;
      },
    };
  }

  test('a third is refused in words, and the places come back when the others end', async () => {
    const files = [await begin(), await begin()];
    expect((await server.graphql('mutation { exportBooks { url } }', { token })).errors?.[0]?.extensions).toMatchObject(
      {
        code: 'SERVICE_UNAVAILABLE',
        reason: 'EXPORTS_BUSY',
      },
    );
    for (const file of files) file.leave();
    await until(async () => !(await server.graphql('mutation { exportBooks { url } }', { token })).errors);
  });

  test('its reader is waited for, and gets all of it', async () => {
    const file = await begin();
    await until(async () => {
      const before = await lastRead();
      await setTimeout(200);
      return (await lastRead()) === before;
    });
    expect(busy()).toBe(1); // in the middle of the table, and not at its end
    expect(rowsOf(await file.rest())).toHaveLength(8000);
  });

  test('a reader who goes away frees the connection, and the log says that he has not all', async () => {
    const file = await begin();
    expect(busy()).toBe(1);
    file.leave();
    await until(() => busy() === 0);
    await until(async () => (await entriesOf(file.url)).length === 2);
    expect(await entriesOf(file.url)).toMatchObject([{}, { action: 'export.books.end', after: { isComplete: false } }]);
  });

  test('a reader who goes away before its first row does not leave a connection that waits for it', async () => {
    const locker = await server.database.pool.connect();
    await locker.query('begin; lock table book');
    const leaving = new AbortController();
    const url = await exportBooks({ search: mark });
    const asked = fetch(`${server.address}${url}`, { signal: leaving.signal });
    const waiting = async () => {
      const { rows } = await server.database.pool.query(
        `select from pg_stat_activity where wait_event_type = 'Lock' and query like 'declare%' and datname = current_database()`,
      );
      return rows.length;
    };
    await until(async () => (await waiting()) === 1);
    leaving.abort();
    await expect(asked).rejects.toThrow('abort');
    await until(() => busy() === 1);
    expect(await waiting()).toBe(1); // PostgreSQL has not noticed yet; we have
    await locker.query('rollback');
    locker.release();
  });

  test('a database that goes away breaks the file off: it cannot be taken for whole', async () => {
    const file = await begin();
    await server.database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and query like 'fetch%' and datname = current_database()`,
    );
    await expect(file.rest()).rejects.toThrow('aborted');
    await until(async () => (await entriesOf(file.url)).length === 2);
    expect(await entriesOf(file.url)).toMatchObject([{}, { after: { isComplete: false } }]);
    expect(rowsOf(await (await download(await exportBooks({ search: mark }))).text())).toHaveLength(8000); // the next one has another
  });

  test('a server that stops does not wait for it', async () => {
    const other = await startTestServer({ database: server.database });
    const url = await exportBooks({ search: mark });
    const response = await fetch(`${other.address}${url}`);
    await other.close();
    await expect(response.text()).rejects.toThrow('terminated');
  });
});
