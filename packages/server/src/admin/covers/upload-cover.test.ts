import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { bookInput } from '#admin/books/book-input.js';
import { buildBook } from '#testing/factories.js';
import { startS3Server, type S3Server } from '#testing/s3-server.js';
import { staffToken } from '#testing/staff.js';
import { startTestServer, type TestServer } from '#testing/test-server.js';

const TEN_MB = 10 * 1024 * 1024;

let server: TestServer;
let operator: string;
beforeAll(async () => {
  server = await startTestServer();
  operator = await staffToken(server, 'OPERATOR');
});
afterAll(() => server.close());

const answered = z.object({
  url: z.string().optional(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.object({ code: z.string(), reason: z.string().optional() }) }))
    .optional(),
});

async function upload(picture: Buffer, { to = server, token = operator }: { to?: TestServer; token?: string } = {}) {
  const response = await fetch(`${to.address}/staff/covers`, {
    method: 'POST',
    headers: { 'content-type': 'image/png', ...(token !== '' && { authorization: `Bearer ${token}` }) },
    body: Uint8Array.from(picture),
  });
  const { url = '', errors = [] } = answered.parse(await response.json());
  const [error] = errors;
  return { status: response.status, url, message: error?.message ?? '', ...error?.extensions };
}

/** Each time another one, and that plainly: equal covers have one address. */
let made = 0;
function picture(): Promise<Buffer> {
  made += 1;
  const background = { r: (made * 40) % 240, g: Math.floor(made / 6) * 40, b: 160 };
  return sharp({ create: { width: 40, height: 60, channels: 3, background } })
    .png()
    .toBuffer();
}

test('what an operator uploads is served to everybody, for ever, as what it is', async () => {
  const { status, url } = await upload(await picture());
  expect(status).toBe(201);
  expect(url).toMatch(/^\/covers\/[0-9a-f]{32}\.webp$/);
  expect(bookInput.safeParse({ title: '무정', author: '이광수', description: '', coverUrl: url }).success).toBe(true);

  const served = await fetch(`${server.address}${url}`);
  expect(served.status).toBe(200);
  expect(Object.fromEntries(served.headers)).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  });
  expect(await sharp(await served.arrayBuffer()).metadata()).toMatchObject({ format: 'webp', width: 40, height: 60 });

  const etag = served.headers.get('etag') ?? '';
  expect(etag).not.toBe('');
  expect((await fetch(`${server.address}${url}`, { headers: { 'if-none-match': etag } })).status).toBe(304);
  expect((await fetch(`${server.address}${url}`, { method: 'HEAD' })).status).toBe(200);
});

test('the same picture is stored once', async () => {
  const same = await picture();
  const [first, second] = [await upload(same), await upload(same)];
  expect(second.url).toBe(first.url);
  const names = await readdir(path.join(server.dataDir, 'covers'));
  expect(names.filter((name) => first.url.endsWith(name))).toHaveLength(1);
});

test('who uploaded what is in the audit log', async () => {
  const admin = await staffToken(server, 'ADMIN');
  const { url } = await upload(await picture(), { token: admin });
  const { rows } = await server.database.pool.query(
    `select action, actor_role, object_type, object_id, after from audit_entry where object_id = $1`,
    [url],
  );
  expect(rows).toEqual([
    {
      action: 'cover.upload',
      actor_role: 'ADMIN',
      object_type: 'COVER',
      object_id: url,
      after: { url, bytes: expect.any(Number) },
    },
  ]);
});

test.each([
  ['nobody', 401, 'UNAUTHENTICATED', () => ''],
  ['a token that is none', 401, 'UNAUTHENTICATED', () => 'abc'],
  ['a reader', 403, 'FORBIDDEN', () => staffToken(server, 'READER')],
  ['support', 403, 'FORBIDDEN', () => staffToken(server, 'SUPPORT')],
])('%s gets %i', async (_who, status, code, tokenOf) => {
  const stored = await storedNames(server);
  expect(await upload(await picture(), { token: await tokenOf() })).toMatchObject({ status, code });
  expect(await storedNames(server)).toEqual(stored);
});

test('an operator who was made a reader a moment ago may not any more', async () => {
  const token = await staffToken(server, 'OPERATOR');
  expect(await upload(await picture(), { token })).toMatchObject({ status: 201 });
  const viewer = server.app.services.accessTokens.verify(token);
  await server.database.pool.query(`update "user" set role = 'READER' where id = $1`, [viewer?.userId]);
  expect(await upload(await picture(), { token })).toMatchObject({ status: 403, code: 'FORBIDDEN' });
});

test('ten megabytes and a byte are one too many, and the answer says so', async () => {
  const refused = {
    status: 413,
    code: 'BAD_USER_INPUT',
    reason: 'TOO_LARGE',
    message: expect.stringContaining('10 MB'),
  };
  expect(await upload(Buffer.alloc(TEN_MB + 1))).toMatchObject(refused);
  expect(await upload(Buffer.alloc(TEN_MB))).toMatchObject({ status: 400, reason: 'NOT_A_PICTURE' });
});

test('a body that does not say how long it is is bounded all the same', async () => {
  const request = http.request(`${server.address}/staff/covers`, {
    method: 'POST',
    headers: { authorization: `Bearer ${operator}` },
  });
  for (let mb = 0; mb < 11; mb += 1) request.write(Buffer.alloc(1024 * 1024));
  request.end();
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    request.on('response', resolve).on('error', reject);
  });
  response.resume();
  expect(request.getHeader('content-length')).toBeUndefined();
  expect(response.statusCode).toBe(413);
});

test('what it says it is does not count', async () => {
  const response = await fetch(`${server.address}/staff/covers`, {
    method: 'POST',
    headers: { authorization: `Bearer ${operator}`, 'content-type': 'application/json' },
    body: Uint8Array.from(await picture()),
  });
  expect(response.status).toBe(201);
});

test('an upload that is cut off leaves nothing, and its place is free again', async () => {
  const stored = await storedNames(server);
  const entries = await entryCount();
  const bytes = await picture();
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const request = http.request(`${server.address}/staff/covers`, {
      method: 'POST',
      headers: { authorization: `Bearer ${operator}`, 'content-length': bytes.length },
    });
    request.on('error', () => undefined);
    request.write(bytes.subarray(0, bytes.length - 1));
    const [socket] = await Promise.all([once(request, 'socket'), new Promise((done) => setTimeout(done, 50))]);
    expect(socket).toHaveLength(1);
    request.destroy();
  }
  expect(await upload(bytes)).toMatchObject({ status: 201 });
  expect(await storedNames(server)).toHaveLength(stored.length + 1);
  expect(await entryCount()).toBe(entries + 1);
});

test.each(['..%2f..%2fjwt-secret', '%2e%2e/jwt-secret', 'a.webp', `${'0'.repeat(32)}.webp`, `${'0'.repeat(32)}.png`])(
  'there is no cover %s',
  async (name) => {
    await mkdir(server.dataDir, { recursive: true });
    await writeFile(path.join(server.dataDir, 'jwt-secret'), 'secret');
    const response = await fetch(`${server.address}/covers/${name}`);
    expect(response.status).toBe(404);
    expect(response.headers.get('cache-control')).toBeNull();
  },
);

test('a folder that cannot be written to is said in words that show no path', async () => {
  const broken = await startTestServer({ database: server.database });
  try {
    await writeFile(broken.dataDir, 'a file in its place');
    const answer = await upload(await picture(), { to: broken });
    expect(answer).toMatchObject({ status: 503, code: 'SERVICE_UNAVAILABLE', reason: 'STORAGE_DOWN' });
    expect(answer.message).not.toContain(broken.dataDir);
  } finally {
    await broken.close();
  }
});

describe('with S3-compatible storage', () => {
  let s3: S3Server;
  let first: TestServer;
  let second: TestServer;
  beforeAll(async () => {
    s3 = await startS3Server();
    first = await startTestServer({ database: server.database, coversS3: s3.settings });
    second = await startTestServer({ database: server.database, coversS3: s3.settings });
  });
  afterAll(async () => {
    await first.close();
    await second.close();
    await s3.close();
  });

  test('what was uploaded to one server, every server serves', async () => {
    const { url } = await upload(await picture(), { to: first });
    const served = await fetch(`${second.address}${url}`);
    expect(served.status).toBe(200);
    expect(served.headers.get('content-type')).toBe('image/webp');
    expect(await sharp(await served.arrayBuffer()).metadata()).toMatchObject({ format: 'webp', width: 40 });
    expect(await storedNames(first)).toEqual([]);
  });

  test('there is none of a name that nobody uploaded', async () => {
    expect((await fetch(`${first.address}/covers/${'0'.repeat(32)}.webp`)).status).toBe(404);
  });

  test('while it is away an upload says so, books are edited on, and what was looked at is still served', async () => {
    const seen = await upload(await picture(), { to: first });
    const unseen = await upload(await picture(), { to: first });
    expect((await fetch(`${second.address}${seen.url}`)).status).toBe(200);
    await s3.down();
    try {
      expect(await upload(await picture(), { to: second })).toMatchObject({ status: 503, reason: 'STORAGE_DOWN' });
      expect((await fetch(`${second.address}${seen.url}`)).status).toBe(200);
      expect((await fetch(`${second.address}${unseen.url}`)).status).toBe(503);
      const id = await buildBook(server.database);
      const { errors } = await second.graphql(
        `mutation { updateBook(id: "${id}", version: 1, input: { title: "무정", author: "이광수", description: "", coverUrl: "${seen.url}" }) { coverUrl } }`,
        { token: operator },
      );
      expect(errors).toBeUndefined();
    } finally {
      await s3.up();
    }
    await expect.poll(async () => (await fetch(`${second.address}${unseen.url}`)).status, { timeout: 5000 }).toBe(200);
  });

  test('a key that is wrong is a storage that is away, and the answer shows neither', async () => {
    const wrong = { ...s3.settings, secretAccessKey: 'not-the-secret' };
    const misled = await startTestServer({ database: server.database, coversS3: wrong });
    try {
      const answer = await upload(await picture(), { to: misled });
      expect(answer).toMatchObject({ status: 503, reason: 'STORAGE_DOWN' });
      for (const inner of [wrong.endpoint, wrong.bucket, wrong.secretAccessKey, wrong.accessKeyId]) {
        expect(answer.message).not.toContain(inner);
      }
    } finally {
      await misled.close();
    }
  });
});

async function storedNames({ dataDir }: TestServer): Promise<string[]> {
  try {
    return await readdir(path.join(dataDir, 'covers'));
  } catch {
    return []; // nothing has been stored yet
  }
}

async function entryCount(): Promise<number> {
  const { rows } = await server.database.pool.query<{ count: number }>(
    `select count(*)::integer as count from audit_entry where action = 'cover.upload'`,
  );
  return rows[0]?.count ?? 0;
}
