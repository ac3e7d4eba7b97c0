import { setTimeout } from 'node:timers/promises';
import { ActiveEventBooksDocument, DownloadCouponDocument } from '@pagedrop/sdk';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { COUPON_CHANGED } from '#coupons/coupon-changed.js';
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

/** What befalls a Redis in the middle of the drop of the coupon with this number. */
type Fault = readonly [string, (redis: RedisServer, number: string) => Promise<unknown>];

const losses: readonly Fault[] = [
  ['flushed', ({ connect }) => withConnection(connect, (redis) => redis.flushall())],
  [
    'killed, and back with nothing',
    async (server) => {
      await server.stop();
      await server.restart();
    },
  ],
];

const faults: readonly Fault[] = [
  ...losses,
  ['killed', (server) => server.stop()],
  ['frozen', (server) => Promise.resolve(server.signal('SIGSTOP'))],
  [
    'filled with lies',
    ({ connect }, number) =>
      withConnection(connect, async (redis) => {
        const lie = JSON.stringify({ from: 'liar', topic: COUPON_CHANGED, text: number });
        for (let time = 0; time < 30; time += 1) {
          for (let again = 0; again < 20; again += 1) await redis.publish('pagedrop:announcements:0', lie);
          await setTimeout(10);
        }
        // Who hears of changes asks the database. So a quiet second, in which the lists that the servers have grow old.
        for (let time = 0; time < 150; time += 1) {
          const now = time % 2 === 0 ? 'never' : '2031-01-01T00:00:00Z';
          await redis.set('pagedrop:event-list', JSON.stringify({ now, coupons: [] }), 'PX', 900);
          await setTimeout(10);
        }
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

/** Everybody asks, half of them only when the fault is over, and is answered in the end. */
async function rush(
  readers: readonly string[],
  ask: (reader: string, index: number) => Promise<string>,
  befall: () => Promise<unknown>,
): Promise<string[]> {
  const befallen = setTimeout(100).then(befall);
  return Promise.all(
    readers.map(async (reader, index) => {
      if (index >= readers.length / 2) await befallen;
      else await setTimeout(index * 2);
      return ask(reader, index);
    }),
  );
}

/** What the event page shows, read again and again until `done`: how far off its clock was, in milliseconds. */
async function watchPage(done: AbortSignal): Promise<number[]> {
  const apart: number[] = [];
  while (!done.aborted) {
    for (const server of servers) {
      const askedAt = Date.now();
      const { serverTime } = await server.run(ActiveEventBooksDocument, {});
      const said = Date.parse(serverTime);
      apart.push(Math.max(askedAt - said, said - Date.now()));
    }
    await setTimeout(10);
  }
  return apart;
}

async function numbersOnPage(server: TestServer): Promise<string[]> {
  const { activeEventBooks } = await server.run(ActiveEventBooksDocument, {});
  return activeEventBooks.flatMap(({ coupons }) => coupons.map(({ number }) => number));
}

const PASSES = 60;

describe.skipIf(whyNoRedis)(`when Redis is gone in mid-drop${whyNoRedis ?? ''}`, () => {
  test.each(faults)('%s: exactly the passes there are, and every reader has a definite answer', async (_, befall) => {
    const coupon = await buildCoupon(database, { totalQuantity: PASSES });
    const onPage = await buildCoupon(database);
    const readers = await buildUsers(database, 300);
    const over = new AbortController();
    const watch = watchPage(over.signal);
    const said = await rush(
      readers,
      (reader, index) => take(coupon.number, reader, index),
      () => befall(redis, coupon.number),
    );
    over.abort();
    expect(Math.max(...(await watch))).toBeLessThan(2500);
    redis.signal('SIGCONT');

    const codes = said.filter((answer) => !answer.startsWith('Coupon'));
    expect(codes.length).toBe(PASSES);
    expect(new Set(codes).size).toBe(PASSES);
    expect(said.filter((answer) => answer === 'CouponSoldOut').length).toBe(240);
    const { checks } = await verify(database.pool);
    expect(checks.flatMap(({ breaches }) => breaches)).toEqual([]);
    // Whoever holds one gets it back, wherever he asks; and what else is on the page is there again.
    const holder = said.findIndex((answer) => answer === codes[0]);
    expect(await take(coupon.number, readers[holder] ?? '', holder + 1)).toBe(codes[0]);
    for (const server of servers)
      await expect.poll(() => numbersOnPage(server), { timeout: 5000 }).toContain(onPage.number);
  });

  // Who counts in Redis and answers before the database knows: what we do not do, and why the test above means something.
  test.each(losses)('control, %s: an issuer that trusts Redis promises more than there is', async (_, befall) => {
    const counter = await redis.connect();
    const readers = Array.from({ length: 300 }, (_nobody, index) => String(index));
    const trust = async (): Promise<string> => {
      try {
        return (await counter.incr('taken')) <= PASSES ? 'UserCoupon' : 'CouponSoldOut';
      } catch {
        await setTimeout(20);
        return trust();
      }
    };
    const said = await rush(readers, trust, () => befall(redis, ''));
    counter.disconnect();
    expect(said.filter((answer) => answer === 'UserCoupon').length).toBeGreaterThan(PASSES);
  });
});
