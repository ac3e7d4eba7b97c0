import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { COUPON_CHANGED } from '#coupons/coupon-changed.js';
import { EVENT_LIST_MAX_AGE_MS, EventList } from '#coupons/event-list.js';
import { createAnnouncements } from '#platform/announcements.js';
import { createLogger } from '#platform/logging.js';
import { shareText, type SharedText } from '#platform/shared-text.js';
import { buildCoupon } from '#testing/factories.js';
import { startRedisServer, whyNoRedis } from '#testing/redis-server.js';
import { createTestDatabase, type TestDatabase } from '#testing/test-database.js';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.close());

/** A server's list, and the means to announce a change to it. */
function openList(shared?: SharedText, maxAgeMs = EVENT_LIST_MAX_AGE_MS) {
  const announcements = createAnnouncements(undefined, createLogger('silent'));
  const list = new EventList({ pool: database.pool, announcements, shared, maxAgeMs });
  const numbers = async () => (await list.books()).flatMap(({ coupons }) => coupons.map(({ number }) => number));
  return { list, numbers, change: (number: string) => announcements.announce(COUPON_CHANGED, number) };
}

describe('the list of an event', () => {
  test('is one query for all who look within a second, and a new one after it', async () => {
    const { list, numbers } = openList();
    const { number } = await buildCoupon(database);
    const query = vi.spyOn(database.pool, 'query');
    const looks = await Promise.all(Array.from({ length: 500 }, numbers));
    expect(looks.every(([seen]) => seen === number)).toBe(true);
    await Promise.all(Array.from({ length: 50 }, () => list.serverTime()));
    expect(query).toHaveBeenCalledTimes(1);
    query.mockRestore();

    const second = await buildCoupon(database);
    await setTimeout(1000);
    expect(await numbers()).toContain(second.number);
  });

  test('shows at once what this server changed, also to who asked while an older look was under way', async () => {
    const { numbers, change } = openList();
    await numbers();
    const holder = await database.pool.connect();
    await holder.query('begin; lock table book in access exclusive mode');
    change('anything');
    const before = numbers(); // waits for the lock
    await setTimeout(50);
    const { rows } = await holder.query<{ id: string }>(
      `insert into book (id, title, author, description) values (gen_random_uuid(), '상록수', '심훈', '') returning id`,
    );
    await holder.query('commit');
    holder.release();
    const { number } = await buildCoupon(database, { bookId: rows[0]?.id ?? '' });
    change(number);
    expect(await numbers()).toContain(number);
    await before;
    expect(await numbers()).toContain(number); // the older look does not come back over the newer one
  });

  test('has the clock of the database, going on between looks', async () => {
    const { list } = openList();
    const first = await list.serverTime();
    await setTimeout(300);
    const { rows } = await database.pool.query<{ now: string }>('select clock_timestamp() as now');
    const second = await list.serverTime();
    expect(second.getTime()).toBeGreaterThan(first.getTime() + 250);
    expect(Math.abs(second.getTime() - Date.parse(rows[0]?.now ?? ''))).toBeLessThan(200);
  });

  test('is an error, and no old list, when the database is away for longer than a second', async () => {
    const { list } = openList();
    await list.books();
    await setTimeout(1000);
    const query = vi.spyOn(database.pool, 'query').mockImplementation(() => {
      throw new Error('away');
    });
    await expect(list.books()).rejects.toThrow('away');
    query.mockRestore();
    expect(await list.books()).toEqual([]);
  });
});

describe.skipIf(whyNoRedis)(`with Redis the servers share the list${whyNoRedis ?? ''}`, () => {
  const KEY = 'pagedrop:event-list';
  let redis: Awaited<ReturnType<typeof startRedisServer>>;
  let connection: Awaited<ReturnType<typeof redis.connect>>;
  let shared: SharedText;
  beforeEach(async () => {
    redis = await startRedisServer();
    connection = await redis.connect();
    shared = shareText(connection, KEY, EVENT_LIST_MAX_AGE_MS);
  });
  afterEach(async () => {
    connection.disconnect();
    await redis.stop();
  });

  /** A list that has looked for itself, as it must before it believes anybody, and that keeps nothing. */
  async function openSeasoned() {
    const opened = openList(shared, 0);
    await opened.numbers();
    await connection.del(KEY);
    return opened;
  }

  test('and ask the database once for all of them', async () => {
    const [one, other] = [openList(shared), await openSeasoned()];
    const { number } = await buildCoupon(database);
    expect(await one.numbers()).toEqual([number]);
    await expect.poll(() => connection.exists(KEY)).toBe(1);
    const query = vi.spyOn(database.pool, 'query');
    expect(await other.numbers()).toEqual([number]);
    expect(query).not.toHaveBeenCalled();
    query.mockRestore();
  });

  test('which does not make it older than a second', async () => {
    const [one, other] = [openList(shared), openList(shared)];
    await other.numbers();
    await setTimeout(1000);
    await one.numbers();
    await setTimeout(700);
    await other.numbers(); // from Redis, 700 ms old
    const { number } = await buildCoupon(database);
    await setTimeout(300);
    expect(await other.numbers()).toEqual([number]);
  });

  test('but not after a change: then the database is asked', async () => {
    const [one, other] = [openList(shared), openList(shared)];
    await one.numbers();
    await other.numbers();
    const { number } = await buildCoupon(database);
    other.change(number);
    expect(await other.numbers()).toEqual([number]);
  });

  test.each([
    ['no JSON', 'rubbish'],
    ['no list', '{"coupons": [{"number": 3}], "now": "2030-01-01"}'],
    ['nothing', ''],
    ['no time', '{"now": "never", "coupons": []}'],
    ['the time of another year', '{"now": "2031-01-01T00:00:00Z", "coupons": []}'],
    ['a time that is some seconds off', JSON.stringify({ now: new Date(Date.now() - 30_000), coupons: [] })],
  ])('and when it holds %s, they ask the database, also for the time', async (_, text) => {
    const { number } = await buildCoupon(database);
    const { list, numbers } = await openSeasoned();
    await connection.set(KEY, text, 'PX', 900);
    expect(Math.abs((await list.serverTime()).getTime() - Date.now())).toBeLessThan(1500);
    await connection.set(KEY, text, 'PX', 900);
    expect(await numbers()).toEqual([number]);
  });

  test('and when a coupon in it opens at no time', async () => {
    const { number } = await buildCoupon(database);
    const { numbers } = await openSeasoned();
    await numbers(); // shares the right one
    const right = (await connection.get(KEY)) ?? '';
    const wrong = right.replace(/"startsAt":"[^"]+"/, '"startsAt":"never"').replaceAll(number, 'A-LIE');
    expect(wrong).toContain('never');
    await connection.set(KEY, wrong, 'PX', 900);
    expect(await numbers()).toEqual([number]);
  });

  test('and as long as they have no time of their own to hold it against', async () => {
    const { number } = await buildCoupon(database);
    await connection.set(KEY, JSON.stringify({ now: new Date(), coupons: [] }), 'PX', 900);
    expect(await openList(shared).numbers()).toEqual([number]);
  });

  test.each(['SIGKILL', 'SIGSTOP'] as const)('and after its %s, too', async (signal) => {
    const { number } = await buildCoupon(database);
    const { numbers } = await openSeasoned();
    redis.signal(signal);
    expect(await numbers()).toEqual([number]);
    redis.signal('SIGCONT');
  });

  test('a list that is never to expire is not believed', async () => {
    const { number } = await buildCoupon(database);
    const { numbers } = await openSeasoned();
    await connection.set(KEY, JSON.stringify({ now: new Date(), coupons: [] }));
    expect(await numbers()).toEqual([number]);
  });
});
