import { setTimeout } from 'node:timers/promises';
import { LogoutDocument } from '@pagedrop/sdk';
import { v7 as uuid } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { RevokedSessions } from '#auth/revoked-sessions.js';
import { createAnnouncements } from '#platform/announcements.js';
import { createLogger } from '#platform/logging.js';
import { startRedisServer, whyNoRedis } from '#testing/redis-server.js';
import { refreshByToken, registerReader, whoAmI } from '#testing/sessions.js';
import { createTestDatabase, type TestDatabase } from '#testing/test-database.js';
import { startTestServer, type TestServer } from '#testing/test-server.js';

const alone = () => createAnnouncements(undefined, createLogger('silent'));

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
afterEach(() => vi.restoreAllMocks());

/** Without it no second passes, so that what becomes known was not found by the look of every second. */
function clockStandsStill({ later = 0 } = {}): void {
  const now = performance.now() + later;
  vi.spyOn(performance, 'now').mockReturnValue(now);
}

describe('RevokedSessions', () => {
  test('keeps a revocation that comes while the list is being read', async () => {
    const revoked = new RevokedSessions(database.pool, alone());
    const id = uuid();
    const reading = revoked.has(uuid());
    revoked.add(id);
    expect(await reading).toBe(false);
    expect(await revoked.has(id)).toBe(true);
  });

  test('looks again a second after a look began, however long that one took', async () => {
    const revoked = new RevokedSessions(database.pool, alone());
    const query = vi.spyOn(database.pool, 'query');
    clockStandsStill();
    const looking = revoked.has(uuid());
    clockStandsStill({ later: 900 });
    await looking;
    clockStandsStill({ later: 101 }); // after what stands there already
    await revoked.has(uuid());
    expect(query).toHaveBeenCalledTimes(2);
  });

  test('looks no more often than 20 times a second for what is announced, however much that is', async () => {
    const announcements = alone();
    const revoked = new RevokedSessions(database.pool, announcements);
    await revoked.has(uuid());
    const query = vi.spyOn(database.pool, 'query');
    const began = Date.now();
    for (let moment = 0; moment < 20; moment += 1) {
      for (let lie = 0; lie < 1000; lie += 1) announcements.announce('session-ended', uuid());
      await new Promise(setImmediate);
    }
    await vi.waitFor(() => expect(query.mock.calls.length).toBeGreaterThanOrEqual(2));
    expect(query.mock.calls.length).toBeLessThanOrEqual(1 + Math.ceil((Date.now() - began) / 50));
    const asked = z.tuple([z.string(), z.tuple([z.array(z.uuid()).max(500)])]);
    expect(query.mock.calls.map((call) => asked.safeParse(call).error)).not.toContainEqual(expect.anything());
  });

  test('asks the database for nothing that is no id', async () => {
    const announcements = alone();
    const revoked = new RevokedSessions(database.pool, announcements);
    const query = vi.spyOn(database.pool, 'query');
    announcements.announce('session-ended', "'; drop table session");
    expect(query).not.toHaveBeenCalled();
    expect(await revoked.has(uuid())).toBe(false);
  });
});

/** Two servers on one database. */
async function twoServers(redisUrl?: string): Promise<[TestServer, TestServer]> {
  const options = { database, ...(redisUrl !== undefined && { redisUrl }) };
  return [await startTestServer(options), await startTestServer(options)];
}

/** A reader who is logged in at both, whose lists are as fresh as they get; no second passes from here on. */
async function readerOf([here, there]: readonly [TestServer, TestServer]) {
  const reader = await registerReader(here);
  clockStandsStill({ later: 1001 });
  expect(await whoAmI(here, reader.accessToken)).toBe(reader.username);
  expect(await whoAmI(there, reader.accessToken)).toBe(reader.username);
  return reader;
}

describe.skipIf(whyNoRedis !== undefined)(`a session that has ended${whyNoRedis ?? ''}`, () => {
  let redis: Awaited<ReturnType<typeof startRedisServer>>;
  let servers: [TestServer, TestServer];
  beforeAll(async () => {
    redis = await startRedisServer();
    servers = await twoServers(redis.url);
    await vi.waitFor(() => connected(servers));
  });
  afterAll(async () => {
    for (const server of servers) await server.close();
    await redis.stop();
  });

  async function connected([here, there]: readonly [TestServer, TestServer]): Promise<void> {
    const heard = new Promise((resolve) => {
      there.app.services.announcements.listen('hello', resolve);
    });
    here.app.services.announcements.announce('hello', 'hello');
    await expect(Promise.race([heard, setTimeout(50, 'nothing')])).resolves.toBe('hello');
  }

  test('is over on every server at once when the reader logs out', async () => {
    const [here, there] = servers;
    const { accessToken } = await readerOf(servers);
    await here.run(LogoutDocument, {}, { token: accessToken });
    await vi.waitFor(async () => expect(await whoAmI(there, accessToken)).toBeNull());
  });

  test('is over on every server at once when a copied token is shown', async () => {
    const [here, there] = servers;
    const { accessToken, refreshToken, username } = await readerOf(servers);
    await refreshByToken(here, refreshToken);
    await database.pool.query(
      `update session set rotated_at = rotated_at - interval '2 minutes'
       where user_id = (select id from "user" where username = $1)`,
      [username],
    );
    await refreshByToken(here, refreshToken).catch(() => undefined);
    await vi.waitFor(async () => expect(await whoAmI(there, accessToken)).toBeNull());
  });

  test('is not over because Redis says so', async () => {
    const [here, there] = servers;
    const another = await registerReader(here);
    const { accessToken, username } = await readerOf(servers);
    const { rows } = await database.pool.query<{ id: string }>(
      'select s.id from session s join "user" u on u.id = s.user_id where u.username = $1',
      [username],
    );
    for (const { id } of rows) here.app.services.announcements.announce('session-ended', id);
    await here.run(LogoutDocument, {}, { token: another.accessToken });
    await vi.waitFor(async () => expect(await whoAmI(there, another.accessToken)).toBeNull()); // said after the lie
    expect(rows).toHaveLength(1);
    expect(await whoAmI(here, accessToken)).toBe(username);
    expect(await whoAmI(there, accessToken)).toBe(username);
  });
});

describe.each(['without Redis', `when Redis was killed${whyNoRedis ?? ''}`] as const)('%s', (situation) => {
  test.skipIf(situation !== 'without Redis' && whyNoRedis !== undefined)(
    'a session that has ended is over within a second on the other servers, not at once',
    async () => {
      const redis = situation === 'without Redis' ? undefined : await startRedisServer();
      const servers = await twoServers(redis?.url);
      try {
        await redis?.stop();
        const [here, there] = servers;
        const { accessToken, username } = await readerOf(servers);
        await here.run(LogoutDocument, {}, { token: accessToken });
        expect(await whoAmI(here, accessToken)).toBeNull();
        await setTimeout(200);
        expect(await whoAmI(there, accessToken)).toBe(username);
        clockStandsStill({ later: 1001 });
        expect(await whoAmI(there, accessToken)).toBeNull();
      } finally {
        for (const server of servers) await server.close();
        await redis?.stop();
      }
    },
  );
});
