import { setTimeout } from 'node:timers/promises';
import { DownloadCouponDocument } from '@pagedrop/sdk';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verify } from '#coupons/verify.js';
import { buildCoupon, buildUsers } from '#testing/factories.js';
import { startRedisServer, whyNoRedis } from '#testing/redis-server.js';
import { createTestDatabase, type TestDatabase } from '#testing/test-database.js';
import { startTestServer, type TestServer } from '#testing/test-server.js';

type RedisServer = Awaited<ReturnType<typeof startRedisServer>>;

let database: TestDatabase;
let redis: RedisServer;
let servers: TestServer[];
beforeEach(async () => {
  database = await createTestDatabase();
  redis = await startRedisServer();
  const options = { database, redisUrl: redis.url, remember: true };
  servers = await Promise.all([startTestServer(options), startTestServer(options)]);
});
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  await redis.stop();
  await database.close();
});

/** Asks until the answer is definite, each time at the next server. */
async function take(number: string, userId: string, first: number): Promise<string> {
  for (let attempt = first; ; attempt += 1) {
    const server = servers[attempt % servers.length];
    if (!server) throw new Error('no server');
    const { downloadCoupon } = await server.run(
      DownloadCouponDocument,
      { couponNumber: number },
      { token: server.tokenFor(userId) },
    );
    if (downloadCoupon.__typename === 'UserCoupon') return downloadCoupon.code;
    if (downloadCoupon.__typename !== 'RetryLater') return downloadCoupon.__typename;
    await setTimeout(downloadCoupon.retryAfterMs);
  }
}

const faults: readonly [string, (redis: RedisServer) => Promise<void>][] = [
  ['killed', (server) => server.stop()],
  ['frozen', (server) => Promise.resolve(void server.signal('SIGSTOP'))],
  ['flushed', async ({ connect }) => withConnection(connect, (redis) => redis.flushall())],
  [
    'filled with lies',
    async ({ connect }) =>
      withConnection(connect, async (redis) => {
        await redis.set('pagedrop:event-list', '{"now":"2030-01-01T00:00:00Z","coupons":[]}', 'PX', 900);
        const lie = JSON.stringify({ from: 'liar', topic: 'coupon', text: 'ANY-NUMBER' });
        for (let time = 0; time < 200; time += 1) await redis.publish('pagedrop:announcements:0', lie);
      }),
  ],
];

async function withConnection(
  connect: RedisServer['connect'],
  work: (redis: Awaited<ReturnType<RedisServer['connect']>>) => Promise<unknown>,
) {
  const connection = await connect();
  await work(connection);
  connection.disconnect();
}

describe.skipIf(whyNoRedis)(`when Redis is gone in mid-drop${whyNoRedis ?? ''}`, () => {
  test.each(faults)('%s: exactly the passes there are, and every reader has a definite answer', async (_, befalls) => {
    const coupon = await buildCoupon(database, { totalQuantity: 60 });
    const readers = await buildUsers(database, 300);
    const answers = readers.map(async (reader, index) => {
      await setTimeout(index * 2); // the fault comes in the middle
      return take(coupon.number, reader, index);
    });
    await setTimeout(100);
    await befalls(redis);
    const said = await Promise.all(answers);
    redis.signal('SIGCONT');

    const codes = said.filter((answer) => !answer.startsWith('Coupon'));
    expect(codes.length).toBe(60);
    expect(new Set(codes).size).toBe(60);
    expect(said.filter((answer) => answer === 'CouponSoldOut').length).toBe(240);
    const { checks } = await verify(database.pool);
    expect(checks.flatMap(({ breaches }) => breaches)).toEqual([]);
    // Whoever holds one gets it back, wherever he asks.
    const holder = said.findIndex((answer) => answer === codes[0]);
    expect(await take(coupon.number, readers[holder] ?? '', holder + 1)).toBe(codes[0]);
  });
});
