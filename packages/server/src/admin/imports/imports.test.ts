import { createHash } from 'node:crypto';
import iconv from 'iconv-lite';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { bookEntry, couponEntry } from '#testing/data-entries.js';
import { buildBook, buildCoupon } from '#testing/factories.js';
import { staffToken } from '#testing/staff.js';
import { startTestServer, type TestServer } from '#testing/test-server.js';

let server: TestServer;
let token: string;
beforeAll(async () => {
  server = await startTestServer();
  token = await staffToken(server, 'OPERATOR');
});
afterAll(() => server.close());

const problem = z.object({ field: z.string(), reason: z.string(), message: z.string(), limit: z.int().optional() });
const report = z.object({
  isDone: z.boolean(),
  confirm: z.string().nullable(),
  encoding: z.string(),
  sentence: z.string(),
  counts: z.object({ CREATE: z.int(), SAME: z.int(), PROBLEM: z.int() }),
  creates: z.object({ books: z.int(), coupons: z.int(), passes: z.int(), openAtOnce: z.int(), over: z.int() }),
  lines: z.array(
    z.object({
      line: z.int().nullable(),
      place: z.string(),
      label: z.string(),
      outcome: z.string(),
      problems: z.array(problem),
    }),
  ),
});
type Body = string | Buffer | object;
interface Asked {
  readonly confirm?: string | null;
  readonly bearer?: string;
  readonly type?: string;
}

/** A dry run, unless something is confirmed. */
async function send(body: Body, { confirm, bearer = token, type }: Asked = {}): Promise<Response> {
  const isJson = typeof body === 'object' && !Buffer.isBuffer(body);
  const search = confirm === undefined ? 'dryRun=true' : `dryRun=false&confirm=${encodeURIComponent(confirm ?? '')}`;
  return fetch(`${server.address}/staff/imports?${search}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${bearer}`, 'content-type': type ?? (isJson ? 'application/json' : 'text/csv') },
    body: isJson ? JSON.stringify(body) : new Uint8Array(Buffer.from(body)),
  });
}
const run = async (body: Body, asked?: Asked) => report.parse(await (await send(body, asked)).json());
async function refusal(body: Body, asked?: Asked) {
  const response = await send(body, asked);
  const { errors } = z
    .object({ errors: z.tuple([z.object({ message: z.string(), extensions: z.record(z.string(), z.unknown()) })]) })
    .parse(await response.json());
  return { status: response.status, message: errors[0].message, ...errors[0].extensions };
}

/** Everything that an import could have written. */
async function everything() {
  const { rows } = await server.database.pool.query(
    'select (select count(*) from book) as books, (select count(*) from coupon) as coupons, (select count(*) from audit_entry) as entries',
  );
  return rows[0];
}
const select = async (sql: string, ...values: unknown[]) => (await server.database.pool.query(sql, values)).rows;

const books = (...rows: string[]) => ['title,author,description,coverUrl,id', ...rows].join('\r\n');
const COUPONS = 'number,book,totalQuantity,visibility,startsAt,endsAt,useWithinDays,readingDays';
const coupons = (...rows: string[]) => [COUPONS, ...rows].join('\n');
/** The window of a coupon that is there, in whole milliseconds as files have it. */
async function timesOf(number: string): Promise<string> {
  const { rows } = await server.database.pool.query(
    `update coupon set starts_at = date_trunc('milliseconds', starts_at), ends_at = date_trunc('milliseconds', ends_at)
     where number = $1 returning starts_at, ends_at`,
    [number],
  );
  const [{ starts_at: starts, ends_at: ends }] = z
    .tuple([z.object({ starts_at: z.coerce.date(), ends_at: z.coerce.date() })])
    .parse(rows);
  return `${starts.toISOString()},${ends.toISOString()}`;
}
const newNumber = () => `IMP-${uuid().slice(-12).toUpperCase()}`;
const inMay = '2099-05-01 12:00,2099-05-02T12:00:00+09:00,3,30';

describe('a dry run', () => {
  test('says what each line would do, and writes nothing', async () => {
    const [known, title] = [await buildBook(server.database, { title: uuid() }), uuid()];
    const [{ title: knownTitle } = { title: '' }] = await select('select title from book where id = $1', known);
    const before = await everything();
    const dry = await run(
      books(`${title},이광수,"한 줄, 두 줄",`, `${knownTitle},이광수,,,`, `${knownTitle},이광수,다른 설명,`),
    );
    expect(dry).toMatchObject({
      isDone: false,
      confirm: null,
      counts: { CREATE: 1, SAME: 1, PROBLEM: 1 },
      lines: [
        { line: 2, label: title, outcome: 'CREATE', problems: [] },
        { line: 3, label: knownTitle, outcome: 'SAME', problems: [] },
        {
          line: 4,
          outcome: 'PROBLEM',
          problems: [
            { field: 'title', reason: 'TWICE' },
            { field: 'description', reason: 'DIFFERS' },
          ],
        },
      ],
    });
    expect(await everything()).toEqual(before);
  });

  test.each<[string, string, object[]]>([
    ['without an author', '무정,', [{ field: 'author', reason: 'REQUIRED' }]],
    [
      'with a title that is too long',
      `${'가'.repeat(201)},이광수`,
      [{ field: 'title', reason: 'TOO_LONG', limit: 200 }],
    ],
    [
      'with a cover that is not https',
      '무정,이광수,,http://covers.example/1.png',
      [{ field: 'coverUrl', reason: 'NOT_HTTPS' }],
    ],
    ['with an id that is none', '무정,이광수,,,7', [{ field: 'id', reason: 'BAD_FORMAT' }]],
    ['with a comma too many', '무정,이광수,a,,,b', [{ field: '', reason: 'TOO_MANY_CELLS' }]],
  ])('names line, field and what is expected of a book %s', async (_, row, problems) => {
    const { lines, confirm } = await run(books('상록수,심훈', row));
    expect({ confirm, lines }).toMatchObject({ confirm: null, lines: [{}, { line: 3, outcome: 'PROBLEM', problems }] });
  });

  test.each<[string, string, object[]]>([
    ['whose number nobody could type', '무정,$BOOK,10,,2099-05-01 12:00,2099-05-02 12:00,3,30', [{ field: 'number' }]],
    ['with half a pass', `$NEW,$BOOK,1.5,,${inMay}`, [{ field: 'totalQuantity', message: 'Expected a whole number.' }]],
    ['with no pass', `$NEW,$BOOK,0,,${inMay}`, [{ field: 'totalQuantity', reason: 'TOO_SMALL', limit: 1 }]],
    ['that is seen by nobody we know', `$NEW,$BOOK,10,HIDDEN,${inMay}`, [{ field: 'visibility' }]],
    [
      'that ends before it starts',
      '$NEW,$BOOK,10,,2099-05-02 12:00,2099-05-01 12:00,3,30',
      [{ field: 'endsAt', reason: 'BEFORE_START' }],
    ],
    [
      'on a day that there is not',
      '$NEW,$BOOK,10,,2099-02-30 12:00,2099-05-01 12:00,3,30',
      [{ field: 'startsAt', reason: 'BAD_TIME' }],
    ],
    ['of no book', `$NEW,,10,,${inMay}`, [{ field: 'book', reason: 'REQUIRED' }]],
    ['of a book that is not there', `$NEW,없는 책 ${uuid()},10,,${inMay}`, [{ field: 'book', reason: 'BOOK_UNKNOWN' }]],
  ])('names line, field and what is expected of a coupon %s', async (_, row, problems) => {
    const title = uuid();
    await buildBook(server.database, { title });
    const { lines } = await run(coupons(row.replace('$NEW', newNumber()).replace('$BOOK', title)));
    expect(lines).toMatchObject([{ line: 2, outcome: 'PROBLEM', problems }]);
    expect(lines[0]?.problems).toHaveLength(problems.length);
  });

  test('asks which of two books with one title is meant', async () => {
    const title = uuid();
    const [id] = [await buildBook(server.database, { title }), await buildBook(server.database, { title })];
    expect((await run(coupons(`${newNumber()},${title},10,,${inMay}`))).lines).toMatchObject([
      { problems: [{ field: 'book', reason: 'BOOK_AMBIGUOUS' }] },
    ]);
    const byId = `number,bookId,totalQuantity,startsAt,endsAt,useWithinDays,readingDays\n${newNumber()},${id},10,${inMay}`;
    expect((await run(byId)).lines).toMatchObject([{ outcome: 'CREATE' }]);
  });

  test('knows a coupon that is there, and one that is there otherwise', async () => {
    const { number, bookId } = await buildCoupon(server.database);
    const there = await timesOf(number);
    const header = 'number,bookId,totalQuantity,startsAt,endsAt,useWithinDays,readingDays';
    const line = (total: number) => `${header}\n${number},${bookId},${total},${there},3,30`;
    expect((await run(line(10))).lines).toMatchObject([{ outcome: 'SAME', problems: [] }]);
    expect((await run(line(11))).lines).toMatchObject([
      {
        outcome: 'PROBLEM',
        problems: [{ field: 'totalQuantity', reason: 'DIFFERS', message: expect.stringContaining('10') }],
      },
    ]);
  });

  test('holds a book against what the file says, and not against columns that it does not have', async () => {
    const title = uuid();
    const id = await buildBook(server.database, { title });
    const cover = 'https://covers.example/1.png';
    await server.database.pool.query(`update book set description = '소개', cover_url = $2 where id = $1`, [id, cover]);
    expect((await run(`title,author\n${title},이광수`)).lines).toMatchObject([{ outcome: 'SAME', problems: [] }]);
    expect((await run({ books: [{ title, author: '이광수' }] })).lines).toMatchObject([{ outcome: 'SAME' }]);
    expect((await run(`id,title,author\n${id},${title},심훈`)).lines).toMatchObject([
      { outcome: 'PROBLEM', problems: [{ field: 'author', reason: 'DIFFERS' }] },
    ]);
  });

  test('takes a column that is empty at its word', async () => {
    const title = uuid();
    const id = await buildBook(server.database, { title });
    await server.database.pool.query(`update book set description = '소개' where id = $1`, [id]);
    const differs = [{ outcome: 'PROBLEM', problems: [{ field: 'description', reason: 'DIFFERS' }] }];
    expect((await run(`title,author,description\n${title},이광수,`)).lines).toMatchObject(differs);
    const file = { books: [{ title, author: '이광수', description: null }] };
    expect((await run(file)).lines).toMatchObject(differs);
  });

  test('holds a coupon against what the file says, and not against columns that it does not have', async () => {
    const { number, bookId } = await buildCoupon(server.database, { visibility: 'KEPT' });
    const rest = `${bookId},10,${await timesOf(number)},3,30`;
    const header = 'number,bookId,totalQuantity,startsAt,endsAt,useWithinDays,readingDays';
    expect((await run(`${header}\n${number},${rest}`)).lines).toMatchObject([{ outcome: 'SAME', problems: [] }]);
    expect((await run(`${header},visibility\n${number},${rest},`)).lines).toMatchObject([
      { outcome: 'PROBLEM', problems: [{ field: 'visibility', reason: 'DIFFERS' }] },
    ]);
  });

  test('gives what is new the usual where the file has no column', async () => {
    const title = uuid();
    const file = `number,bookId,totalQuantity,startsAt,endsAt,useWithinDays,readingDays\n${newNumber()},${await buildBook(server.database)},10,${inMay}`;
    const numberOf = file.split('\n')[1]?.split(',')[0];
    const newBook = `title,author\n${title},이광수`;
    for (const each of [newBook, file]) await run(each, { confirm: (await run(each)).confirm });
    expect(await select('select description, cover_url from book where title = $1', title)).toEqual([
      { description: '', cover_url: null },
    ]);
    expect(await select('select visibility from coupon where number = $1', numberOf)).toEqual([
      { visibility: 'LISTED' },
    ]);
  });
});

describe('a file', () => {
  const korean = '제목,저자,소개\r\n똠방각하와 펲시,샾,뷁\r\n';

  test.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(korean)],
    ['UTF-8', Buffer.from(`\uFEFF${korean}`)],
    ['CP949', iconv.encode(korean, 'cp949')],
    ['UTF-16', Buffer.from(`\uFEFF${korean.replaceAll(',', '\t')}`, 'utf16le')],
    ['UTF-16', Buffer.from(`\uFEFF${korean}`, 'utf16le').swap16()],
  ])('from a Korean Excel in %s is read', async (encoding, bytes) => {
    const dry = await run(bytes);
    expect(dry).toMatchObject({ encoding, counts: { CREATE: 1 }, lines: [{ label: '똠방각하와 펲시' }] });
  });

  test.each<[string, Body, string, Asked?]>([
    ['a workbook', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xfe, 0x80]), 'NOT_TEXT'],
    ['nothing', '', 'EMPTY'],
    ['a header alone', 'title,author\n', 'EMPTY'],
    ['a column that nobody knows', 'title,author,colour\n무정,이광수,red', 'UNKNOWN_COLUMN'],
    ['a column twice', 'title,제목,author\n무정,무정,이광수', 'COLUMN_TWICE'],
    ['a quotation that does not end', 'title,author\n"무정,이광수', 'NOT_CSV'],
    ['JSON that breaks off', '{"books": [', 'NOT_JSON', { type: 'application/json' }],
    ['other JSON', { coupons: [] }, 'NOT_A_DATA_FILE'],
    ['readers', { readers: 3, books: [bookEntry()] }, 'NOT_A_DATA_FILE'],
    ['another type', 'x', 'BAD_TYPE', { type: 'text/html' }],
    ['more than 10 MB', `title,author\n${'x'.repeat(10 * 1024 * 1024)}`, 'TOO_LARGE'],
    ['too many lines', `title,author\n${'a,b\n'.repeat(20_001)}`, 'TOO_MANY'],
  ])('with %s is refused in words', async (_, body, reason, asked) => {
    expect(await refusal(body, asked)).toMatchObject({
      code: 'BAD_USER_INPUT',
      reason,
      message: expect.stringMatching(/^[A-Z].+\.$/s),
    });
  });

  test.each(['READER', 'SUPPORT'] as const)('of %s is refused', async (role) => {
    expect(await refusal(books('무정,이광수'), { bearer: await staffToken(server, role) })).toMatchObject({
      status: 403,
      code: 'FORBIDDEN',
    });
    expect(await refusal(books('무정,이광수'), { bearer: 'nobody' })).toMatchObject({ status: 401 });
  });

  test('that we exported can come back', async () => {
    const title = `=${uuid()}`;
    await buildBook(server.database, { title });
    const { data } = await server.graphql('mutation ($f: BookFilter) { exportBooks(filter: $f) { url } }', {
      token,
      variables: { f: { search: title } },
    });
    const { url } = z.object({ exportBooks: z.object({ url: z.string() }) }).parse(data).exportBooks;
    const file = Buffer.from(await (await fetch(server.address + url)).arrayBuffer());
    expect((await run(file)).counts).toEqual({ CREATE: 0, SAME: 1, PROBLEM: 0 });
  });
});

describe('an import', () => {
  test('does what its dry run said: rows, log and report', async () => {
    const title = uuid();
    const bookId = await buildBook(server.database, { title });
    const numbers = [newNumber(), newNumber()];
    const file = coupons(
      `${numbers[0]},${title},"1,000",KEPT,${inMay}`,
      `${numbers[1]?.toLowerCase()},${title},20,,${inMay}`,
    );
    const dry = await run(file);
    expect(dry).toMatchObject({
      creates: { books: 0, coupons: 2, passes: 1020, openAtOnce: 0, over: 0 },
      sentence: 'Imports 2 coupons with 1,020 passes; the first opens Fri, 1 May 2099, 12:00 KST.',
    });
    const done = await run(file, { confirm: dry.confirm });
    expect(done).toMatchObject({ isDone: true, counts: { CREATE: 2, SAME: 0, PROBLEM: 0 } });
    expect(
      await select(
        'select number, book_id, total_quantity, visibility, starts_at::timestamptz = $2 as "onTime" from coupon where number = any($1) order by total_quantity',
        numbers,
        '2099-05-01T03:00:00Z',
      ),
    ).toEqual([
      { number: numbers[1], book_id: bookId, total_quantity: 20, visibility: 'LISTED', onTime: true },
      { number: numbers[0], book_id: bookId, total_quantity: 1000, visibility: 'KEPT', onTime: true },
    ]);
    expect(
      await select(
        `select action, object_type, actor_role, after from audit_entry where object_label = any($1) order by id`,
        numbers,
      ),
    ).toMatchObject([
      { action: 'coupon.import', object_type: 'COUPON', actor_role: 'OPERATOR', after: { totalQuantity: 1000 } },
      { action: 'coupon.import', object_type: 'COUPON', after: { totalQuantity: 20 } },
    ]);
    const after = { books: 0, coupons: 2, passes: 1020, fileHash: createHash('sha256').update(file).digest('hex') };
    expect(
      await select(`select action, object_label, after from audit_entry where object_id = $1`, dry.confirm),
    ).toEqual([{ action: 'import', object_label: done.sentence, after }]);
    const { data } = await server.graphql(`mutation { downloadCoupon(couponNumber: "${numbers[0]}") { __typename } }`, {
      token,
    });
    expect(data).toEqual({ downloadCoupon: { __typename: 'CouponNotStarted' } });
  });

  test('that is sent again after a lost answer is done once', async () => {
    const file = books(`${uuid()},이광수`);
    const { confirm } = await run(file);
    await run(file, { confirm });
    const before = await everything();
    expect(await run(file, { confirm })).toMatchObject({ isDone: true, creates: { books: 1 } });
    expect(await everything()).toEqual(before);
  });

  test('with a confirm that was used for another file is not done, and says so', async () => {
    const [first, other] = [books(`${uuid()},이광수`), books(`${uuid()},이광수`)];
    const { confirm } = await run(first);
    await run(first, { confirm });
    const before = await everything();
    expect(await refusal(other, { confirm })).toMatchObject({
      status: 409,
      code: 'CONFLICT',
      reason: 'UNCONFIRMED',
      message: expect.stringMatching(/nothing of this file was imported/i),
    });
    expect(await everything()).toEqual(before);
    expect(await run(first, { confirm })).toMatchObject({ isDone: true, creates: { books: 1 } });
  });

  test('that was done before files were remembered is not taken for a repeat', async () => {
    const [first, other] = [books(`${uuid()},이광수`), books(`${uuid()},이광수`)];
    const [{ confirm: used }, { confirm }] = [await run(first), await run(other)];
    await run(first, { confirm: used });
    await server.database.pool.query(
      `insert into audit_entry (id, actor_id, actor_name, actor_role, action, object_type, object_id, object_label, after)
       select gen_random_uuid(), actor_id, actor_name, actor_role, action, object_type, $2, object_label,
         after::jsonb - 'fileHash' from audit_entry where object_id = $1`,
      [used, confirm],
    );
    const before = await everything();
    expect(await refusal(other, { confirm })).toMatchObject({ status: 409, code: 'CONFLICT', reason: 'UNCONFIRMED' });
    expect(await everything()).toEqual(before);
  });

  test('sent twice at once is done once', async () => {
    const title = uuid();
    const { confirm } = await run(books(`${title},이광수`));
    const answers = await Promise.all([1, 2, 3].map(() => run(books(`${title},이광수`), { confirm })));
    expect(answers.map(({ isDone }) => isDone)).toEqual([true, true, true]);
    expect(await select('select from book where title = $1', title)).toHaveLength(1);
  });

  test('of another file than was looked at, or of what has changed meanwhile, writes nothing', async () => {
    const title = uuid();
    const bookId = await buildBook(server.database, { title });
    const number = newNumber();
    const file = coupons(`${newNumber()},${title},10,,${inMay}`, `${number},${title},10,,${inMay}`);
    const { confirm } = await run(file);
    const before = await everything();
    const unconfirmed = { status: 409, code: 'CONFLICT', reason: 'UNCONFIRMED' };
    expect(await refusal(file.replace(',10,', ',1000,'), { confirm })).toMatchObject(unconfirmed);
    expect(await refusal(file, { confirm: '' })).toMatchObject(unconfirmed);
    expect(await everything()).toEqual(before);

    await buildCoupon(server.database, { bookId });
    await server.database.pool.query(`update coupon set number = $1 where book_id = $2`, [number, bookId]);
    expect(await refusal(file, { confirm })).toMatchObject(unconfirmed);
    expect(await select('select from coupon where book_id = $1', bookId)).toHaveLength(1);
  });

  test('that fails at its last line leaves none of the others', async () => {
    const mark = uuid();
    const file = books(...Array.from({ length: 600 }, (_, n) => `${mark} ${n},이광수`), `${mark} 꼭,이광수`);
    const { confirm } = await run(file);
    await server.database.pool.query(
      `create function refuse_last() returns trigger language plpgsql as $$ begin
         if new.title like '% 꼭' then raise exception 'no'; end if; return new; end $$;
       create trigger refuse_last before insert on book for each row execute function refuse_last()`,
    );
    const before = await everything();
    expect(await refusal(file, { confirm })).toMatchObject({ status: 500, code: 'INTERNAL_SERVER_ERROR' });
    expect(await everything()).toEqual(before);
    await server.database.pool.query('drop function refuse_last cascade');
    expect(await run(file, { confirm })).toMatchObject({ isDone: true, creates: { books: 601 } });
  });

  test('takes a data file: books with their coupons, and times counted from now', async () => {
    const [one, two] = [couponEntry(), couponEntry()];
    const book = { ...bookEntry([one, two]), id: undefined, title: uuid() };
    const { confirm, ...dry } = await run({ books: [book] });
    expect(dry).toMatchObject({
      counts: { CREATE: 3 },
      lines: [{ place: 'books[0]', line: null }, { place: 'books[0].coupons[0]' }, { label: two.number }],
    });
    await run({ books: [book] }, { confirm });
    expect(
      await select(
        'select number from coupon c join book b on b.id = c.book_id where b.title = $1 order by c.id',
        book.title,
      ),
    ).toEqual([{ number: one.number }, { number: two.number }]);
    expect((await run({ books: [book] })).counts).toEqual({ CREATE: 0, SAME: 3, PROBLEM: 0 });
  });

  test('issues no passes and does not know what it does not know', async () => {
    const file = {
      books: [{ ...bookEntry([{ ...couponEntry(), issued: 3, status: 'PAUSED', colour: 'red' }]), shape: 'round' }],
    };
    expect((await run(file)).lines).toMatchObject([
      { problems: [{ field: 'shape', reason: 'UNKNOWN_FIELD' }] },
      {
        problems: [
          { field: 'colour' },
          { field: 'issued', reason: 'NO_PASSES' },
          { field: 'status', reason: 'NOT_ACTIVE' },
        ],
      },
    ]);
  });

  test('of 10,000 coupons is one of many and not of one', async () => {
    const title = uuid();
    await buildBook(server.database, { title });
    const file = coupons(...Array.from({ length: 10_000 }, () => `${newNumber()},${title},5,UNLISTED,${inMay}`));
    const { confirm } = await run(file);
    expect(await run(file, { confirm })).toMatchObject({ isDone: true, creates: { coupons: 10_000, passes: 50_000 } });
  });
});
