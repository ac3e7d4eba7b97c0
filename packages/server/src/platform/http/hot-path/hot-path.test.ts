import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ActiveEventBooksDocument, DownloadCouponDocument, MeDocument, MyCouponsDocument } from '@pagedrop/sdk';
import { print } from 'graphql';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { buildCoupon, buildUser } from '#testing/factories.js';
import { startTestServer, type TestServer } from '#testing/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

interface Sent {
  readonly token?: string;
  readonly headers?: Record<string, string>;
  readonly to?: TestServer;
}

/** Posts a body and tells which way it went: only the ordinary way puts a page's security headers on its answers. */
async function post(body: unknown, { token, headers, to = server }: Sent = {}) {
  const response = await fetch(`${to.address}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return {
    way: response.headers.has('content-security-policy') ? 'ordinary' : 'hot',
    status: response.status,
    type: response.headers.get('content-type'),
    encoding: response.headers.get('content-encoding'),
    vary: response.headers.get('vary'),
    body: (await response.text()).trimEnd(),
  };
}

/** Sends the same thing until it takes the hot path; gives the last ordinary answer beside the hot one. */
async function bothWays(body: unknown, sent: Sent = {}) {
  await post(body, sent);
  const ordinary = await post(body, sent);
  const hot = await post(body, sent);
  expect([ordinary.way, hot.way]).toEqual(['ordinary', 'hot']);
  return { ordinary, hot };
}

/** A document of its own, so that no other test has made it hot. */
const unique = (query: string) => `# ${Math.random()}\n${query}`;
const claim = (couponNumber: string) => ({
  operationName: 'DownloadCoupon',
  query: unique(print(DownloadCouponDocument)),
  variables: { couponNumber },
});

describe('a document that Apollo has admitted twice is answered on the hot path, in the same words:', () => {
  test('a pass', async () => {
    const { number } = await buildCoupon(server.database);
    const token = server.tokenFor(await buildUser(server.database));
    const body = claim(number);
    await post(body, { token }); // from here on it is `alreadyIssued` either way
    const ordinary = await post(body, { token });
    const hot = await post(body, { token });
    expect(hot).toEqual({ ...ordinary, way: 'hot' });
    expect(hot.body).toContain('"__typename":"UserCoupon"');
  });

  test('a refusal', async () => {
    const token = server.tokenFor(await buildUser(server.database));
    const { ordinary, hot } = await bothWays(claim('NO-SUCH-COUPON'), { token });
    expect(hot).toEqual({ ...ordinary, way: 'hot' });
    expect(hot.body).toContain('CouponNotFound');
  });

  test.each([
    ['nobody', {}],
    ['somebody with a made-up token', { token: 'a.b.c' }],
    ['somebody whose account is gone', { token: 'GONE' }],
  ])('%s is told to log in', async (_, sent) => {
    const { number } = await buildCoupon(server.database);
    const token = 'token' in sent && sent.token === 'GONE' ? { token: server.tokenFor(crypto.randomUUID()) } : sent;
    const { ordinary, hot } = await bothWays(claim(number), token);
    expect(JSON.parse(hot.body)).toEqual(JSON.parse(ordinary.body));
    expect(hot.body).toContain('"code":"UNAUTHENTICATED"');
    expect(hot.status).toBe(ordinary.status);
  });

  test('the list of books', async () => {
    const { number } = await buildCoupon(server.database);
    const query = unique('{ activeEventBooks { title coupons { number startsAt status book { title } } } }');
    const { ordinary, hot } = await bothWays({ query });
    expect(JSON.parse(hot.body)).toEqual(JSON.parse(ordinary.body));
    expect(hot.body).toContain(number);
  });

  test("a reader's passes", async () => {
    const { number } = await buildCoupon(server.database);
    const token = server.tokenFor(await buildUser(server.database));
    await post(claim(number), { token });
    const { ordinary, hot } = await bothWays({ query: unique(print(MyCouponsDocument)) }, { token });
    expect(hot).toEqual({ ...ordinary, way: 'hot' });
    expect(hot.body).toContain(number);
  });

  test('to a client that asks for the type of GraphQL over HTTP', async () => {
    const accept = { headers: { accept: 'application/graphql-response+json,application/json;q=0.9' } };
    const { ordinary, hot } = await bothWays({ query: unique('{ activeEventBooks { title } }') }, accept);
    expect(hot.type).toBe(ordinary.type);
    expect(hot.type).toBe('application/graphql-response+json; charset=utf-8');
  });

  test.each([
    '*/*',
    'application/json, text/plain, */*',
    'application/graphql-response+json',
    'application/graphql-response+json, application/json;q=0.9',
    'application/json, application/graphql-response+json',
    'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
    '*/*, Application/GraphQL-Response+JSON',
    'text/html, */*',
  ])('to a client that takes %s', async (accept) => {
    const { ordinary, hot } = await bothWays(
      { query: unique('{ activeEventBooks { title } }') },
      { headers: { accept } },
    );
    expect(hot).toMatchObject({ status: ordinary.status, type: ordinary.type });
  });

  test('what nobody foresaw stays inside', async () => {
    const broken = await startTestServer();
    const body = { query: unique(print(MyCouponsDocument)) };
    const sent = { token: broken.tokenFor(await buildUser(broken.database)), to: broken };
    await post(body, sent);
    await post(body, sent);
    await broken.database.pool.query('alter table user_coupon rename to elsewhere');
    const hot = await post(body, sent);
    expect(hot.way).toBe('hot');
    expect(hot.body).toContain('Something went wrong on our side');
    expect(hot.body).not.toMatch(/user_coupon|relation|select/);
    await broken.close();
  });
});

describe('the ordinary way answers', () => {
  test('what comes for the first time, and the second', async () => {
    const body = { query: unique('{ serverTime }') };
    expect([(await post(body)).way, (await post(body)).way, (await post(body)).way]).toEqual([
      'ordinary',
      'ordinary',
      'hot',
    ]);
  });

  test('what needs a cookie or an address, however often it comes', async () => {
    for (const query of [
      print(MeDocument),
      'mutation { logout }',
      '{ __schema { queryType { name } } }',
      '{ serverTime me { id } }',
    ]) {
      const body = { query: unique(query) };
      for (let time = 1; time <= 4; time += 1) expect(await post(body)).toMatchObject({ way: 'ordinary', status: 200 });
    }
  });

  test.each([
    ['application/json;q=0.1, application/graphql-response+json', 200],
    ['application/graphql-response+json;q=0, application/json', 200],
    ['application/graphql-response+json;q=0.1, application/json', 200],
    ['*/*;q=0.1', 200],
    ['application/*', 200],
    ['text/plain', 406],
  ])('a client that weighs or names other types: %s', async (accept, status) => {
    const body = { query: unique('{ activeEventBooks { title } }') };
    await bothWays(body);
    expect(await post(body, { headers: { accept } })).toMatchObject({ way: 'ordinary', status });
  });

  test('another operation than the one that the text holds', async () => {
    const query = unique('query Clock { serverTime }');
    await bothWays({ query, operationName: 'Clock' });
    expect(await post({ query, operationName: 'Other' })).toMatchObject({ way: 'ordinary', status: 400 });
  });

  test('variables that do not fit, with the same words as ever', async () => {
    const token = server.tokenFor(await buildUser(server.database));
    const body = claim('NO-SUCH-COUPON');
    const wrong = { ...body, variables: { couponNumber: 3 } };
    const before = await post(wrong, { token });
    await post(body, { token });
    expect(await post(body, { token })).toMatchObject({ way: 'hot' });
    expect(await post(wrong, { token })).toEqual(before);
    expect(before).toMatchObject({ way: 'ordinary', status: 400 });
    expect(before.body).toContain('BAD_USER_INPUT');
  });

  test.each([
    ['a batch', (body: object) => JSON.stringify([body])],
    ['no JSON', (body: object) => JSON.stringify(body).slice(1)],
    ['extensions', (body: object) => JSON.stringify({ ...body, extensions: { persistedQuery: {} } })],
    ['variables that are a list', (body: object) => JSON.stringify({ ...body, variables: [] })],
  ])('%s', async (_, write) => {
    const body = { query: unique('{ serverTime }') };
    await bothWays(body);
    expect((await post(write(body))).way).toBe('ordinary');
  });

  test('what is too large, and what is no JSON by its type', async () => {
    const body = { query: unique('{ serverTime }') };
    await bothWays(body);
    const large = { ...body, variables: { filler: 'x'.repeat(100 * 1024) } };
    expect(await post(large)).toMatchObject({ way: 'ordinary', status: 413 });
    expect(await post(body, { headers: { 'content-type': 'text/plain' } })).toMatchObject({
      way: 'ordinary',
      status: 415,
    });
  });
});

describe('a connection', () => {
  test('that sends on and on without waiting for answers is ended', async () => {
    const request = 'GET /livez HTTP/1.1\r\nhost: localhost\r\n\r\n';
    const answersTo = async (requests: number) => {
      const socket = connect(Number(new URL(server.address).port), '127.0.0.1');
      socket.on('error', () => undefined); // it may be cut while we still write
      let heard = '';
      socket.on('data', (bytes: Buffer) => (heard += bytes.toString()));
      socket.write(request.repeat(requests));
      await Promise.race([once(socket, 'close'), setTimeout(500)]);
      const ended = socket.closed;
      socket.destroy();
      return { answers: heard.split('HTTP/1.1 200').length - 1, ended };
    };
    expect(await answersTo(10)).toEqual({ answers: 10, ended: false });
    expect((await answersTo(1000)).ended).toBe(true);
  });
});

describe('a list that everybody sees', () => {
  test('is made once for all who ask at the same moment, and packed for who can unpack it', async () => {
    const alive = await startTestServer({ remember: true });
    await Promise.all(['가', '나', '다', '라', '마', '바', '사', '아'].map(() => buildCoupon(alive.database)));
    const body = { operationName: 'ActiveEventBooks', query: unique(print(ActiveEventBooksDocument)), variables: {} };
    await bothWays(body, { to: alive });
    const gzip = { to: alive, headers: { 'accept-encoding': 'gzip, br' } };
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(body, gzip)));
    expect(new Set(answers.map(({ body: text }) => text)).size).toBeLessThan(20);
    expect(answers[0]).toMatchObject({ encoding: 'gzip', vary: 'accept-encoding' });
    for (const coding of ['GZIP;q=0.5', 'br, gzip ; q=1.0']) {
      const sent = { to: alive, headers: { 'accept-encoding': coding } };
      expect({ coding, ...(await post(body, sent)) }).toMatchObject({ encoding: 'gzip' });
    }
    for (const coding of ['identity', 'gzip;q=0', 'gzip;q=0.00, br', 'br', 'x-gzip-not']) {
      const sent = { to: alive, headers: { 'accept-encoding': coding } };
      expect({ coding, ...(await post(body, sent)) }).toMatchObject({ encoding: null, vary: 'accept-encoding' });
    }
    await alive.close();
  });

  test('carries a clock that goes on', async () => {
    const body = { query: unique('{ serverTime }') };
    const { hot } = await bothWays(body);
    await setTimeout(30);
    const later = await post(body);
    expect(Date.parse(JSON.parse(later.body).data.serverTime)).toBeGreaterThan(
      Date.parse(JSON.parse(hot.body).data.serverTime),
    );
  });
});
