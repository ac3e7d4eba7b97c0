import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect as connectDatabase } from '#open-database.js';
import { buildCoupon, buildUser } from '#testing/factories.js';
import { startDatabaseLine } from '#testing/database-line.js';
import { startRedisServer, whyNoRedis } from '#testing/redis-server.js';
import { createTestDatabase, type TestDatabase } from '#testing/test-database.js';
import { startTestServer } from '#testing/test-server.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

async function get(address: string, path: string) {
  const response = await fetch(`${address}${path}`);
  const body: unknown = await response.json();
  return { status: response.status, body };
}
/** What was found out serves for a second. */
const LATER = { timeout: 10_000 };
const notReady = (reason: string) => ({ status: 503, body: { status: 'not ready', reason } });

describe('/readyz', () => {
  test('is ready, and looking changes nothing', async () => {
    const server = await startTestServer({ database });
    expect(await get(server.address, '/readyz')).toEqual({ status: 200, body: { status: 'ready' } });
    await server.close();
  });

  test('names the migrations that are pending', async () => {
    const server = await startTestServer();
    await server.database.pool.query('delete from migration');
    expect(await get(server.address, '/readyz')).toEqual(
      notReady('migrations pending: 001-drops, 002-rehearsals, 003-admin'),
    );
    await server.close();
  });

  test('is not ready while the database is away, and is when it is back; /livez lives on', async () => {
    const line = await startDatabaseLine(database.url);
    const byLine = await connectDatabase({ url: line.url, poolMax: 5 });
    const server = await startTestServer({ database: { ...byLine, url: line.url } });
    expect(await get(server.address, '/readyz')).toMatchObject({ status: 200 });
    line.cut();
    await expect.poll(() => get(server.address, '/readyz'), LATER).toEqual(notReady('the database does not answer'));
    expect(await get(server.address, '/livez')).toEqual({ status: 200, body: { status: 'ok' } });
    line.mend();
    await expect.poll(() => get(server.address, '/readyz'), LATER).toMatchObject({ status: 200 });
    await server.close();
    await byLine.close();
    await line.close();
  });

  test('is busy, but serves, while many wait for a connection to the database', async () => {
    const small = await connectDatabase({ url: database.url, poolMax: 2 });
    const server = await startTestServer({ database: { ...small, url: database.url } });
    const holders = await Promise.all([small.pool.connect(), small.pool.connect()]);
    const waiting = Array.from({ length: 3 }, () => small.pool.query('select 1'));
    expect(await get(server.address, '/readyz')).toMatchObject({ status: 200, body: { status: 'busy' } });
    holders.forEach((holder) => holder.release());
    await Promise.all(waiting);
    await expect.poll(() => get(server.address, '/readyz'), LATER).toEqual({ status: 200, body: { status: 'ready' } });
    await server.close();
    await small.close();
  });

  test('asks the database once a second, however many ask', async () => {
    const server = await startTestServer();
    expect(await get(server.address, '/readyz')).toMatchObject({ status: 200 });
    await server.database.pool.query('delete from migration');
    expect(await get(server.address, '/readyz')).toMatchObject({ status: 200 });
    await expect.poll(() => get(server.address, '/readyz'), LATER).toMatchObject({ status: 503 });
    await server.close();
  });
});

describe.skipIf(whyNoRedis !== undefined)(`/readyz with a Redis configured${whyNoRedis ?? ''}`, () => {
  const degraded = {
    status: 200,
    body: {
      status: 'degraded',
      reason:
        'Redis does not answer; until it does, each server goes by itself, and what is issued is right all the same',
    },
  };
  const ready = { status: 200, body: { status: 'ready' } };

  test('is degraded while it hangs, and ready when it goes on', async () => {
    const redis = await startRedisServer();
    const server = await startTestServer({ database, redisUrl: redis.url });
    await expect.poll(() => get(server.address, '/readyz'), LATER).toEqual(ready);
    redis.signal('SIGSTOP');
    await expect.poll(() => get(server.address, '/readyz'), LATER).toEqual(degraded);
    redis.signal('SIGCONT');
    await expect.poll(() => get(server.address, '/readyz'), LATER).toEqual(ready);
    await server.close();
    await redis.stop();
  });

  test('is degraded when it is killed, and when it never was there', async () => {
    const redis = await startRedisServer();
    const server = await startTestServer({ database, redisUrl: redis.url });
    await expect.poll(() => get(server.address, '/readyz'), LATER).toEqual(ready);
    await redis.stop();
    await expect.poll(() => get(server.address, '/readyz'), LATER).toEqual(degraded);
    const late = await startTestServer({ database, redisUrl: redis.url });
    expect(await get(late.address, '/readyz')).toEqual(degraded);
    await late.close();
    await server.close();
  });

  test('is not ready without the database, whatever Redis says', async () => {
    const redis = await startRedisServer();
    const server = await startTestServer({ redisUrl: redis.url });
    await server.database.pool.query('delete from migration');
    expect(await get(server.address, '/readyz')).toMatchObject({
      status: 503,
      body: { reason: expect.stringContaining('migrations pending: 001-drops') },
    });
    await server.close();
    await redis.stop();
  });
});

describe('a server that is told to stop', () => {
  test('answers who is waiting, also one who keeps his connection, and takes nobody new', async () => {
    const server = await startTestServer({ database });
    const { id, number } = await buildCoupon(database);
    const token = server.tokenFor(await buildUser(database));
    const holder = await database.pool.connect();
    await holder.query('begin');
    await holder.query('select from coupon where id = $1 for update', [id]);
    const waiting = server.graphql(`mutation { downloadCoupon(couponNumber: "${number}") { __typename } }`, { token });
    await setTimeout(200); // the claim waits for the lock now

    const stopping = server.app.stop();
    await setTimeout(50);
    await expect(fetch(`${server.address}/livez`)).rejects.toThrow('fetch failed');
    await holder.query('commit');
    holder.release();
    const { data, headers } = await waiting;
    expect(data).toEqual({ downloadCoupon: { __typename: 'UserCoupon' } });
    expect(headers.get('connection')).toBe('close');
    expect(await Promise.race([stopping.then(() => 'stopped'), setTimeout(3000, 'still waiting')])).toBe('stopped');
  });

  test('is not ready from that moment on', async () => {
    const server = await startTestServer({ database });
    const socket = connect(Number(new URL(server.address).port), '127.0.0.1');
    const heard = text(socket);
    socket.write('GET /readyz HTTP/1.1\r\nhost: localhost\r\n');
    await setTimeout(100);
    const stopping = server.app.stop();
    socket.write('\r\n');
    expect(await heard).toMatch(/^HTTP\/1.1 503 [^]*\{"status":"not ready","reason":"shutting down"\}/);
    await stopping;
  });
});
