import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { COUPON_CHANGED } from '#coupons/coupon-changed.js';
import type { ClaimOutcome } from '#coupons/issuing/claim.js';
import { createAnnouncements, type Announcements } from '#platform/announcements.js';
import { createLogger } from '#platform/logging.js';
import { claimAll, startEngine, tally } from '#testing/engines.js';
import { buildCoupon, buildUser, buildUsers } from '#testing/factories.js';
import { startRedisServer, whyNoRedis } from '#testing/redis-server.js';
import { createTestDatabase, type TestDatabase } from '#testing/test-database.js';

/** A change that nobody announced is known by then. */
const KNOWN_AFTER_MS = 1050;

type Engine = Awaited<ReturnType<typeof startEngine>>;

let database: TestDatabase;
let engines: Engine[];
beforeEach(async () => {
  database = await createTestDatabase();
  engines = [];
});
afterEach(async () => {
  await Promise.all(engines.map((engine) => engine.close()));
  await database.close();
});

async function start(options: Parameters<typeof startEngine>[1] = {}): Promise<Engine> {
  const engine = await startEngine(database, options);
  engines.push(engine);
  return engine;
}

/** Counts what an engine asks the database while the work is done. */
async function queriesDuring({ pool }: Engine, work: () => Promise<unknown>): Promise<number> {
  const query = vi.spyOn(pool, 'query');
  const connect = vi.spyOn(pool, 'connect');
  await work();
  const asked = query.mock.calls.length + connect.mock.calls.length;
  query.mockRestore();
  connect.mockRestore();
  return asked;
}

/** Refuses some readers, until everything that can be remembered is. */
async function warmUp(engine: Engine, number: string): Promise<void> {
  const readers = await buildUsers(database, 3);
  for (const reader of readers) {
    await engine.engine.claim(number, reader);
    await setTimeout(30); // the holders are read in the background
  }
}

describe('a refusal costs the database nothing:', () => {
  const states = {
    'sold-out': { totalQuantity: 5 },
    paused: { status: 'PAUSED' },
    ended: { opensInMs: -10_000, endsInMs: -5000 },
    'not-started': { opensInMs: 60_000 },
  } as const;

  test.each(Object.entries(states))('%s', async (kind, state) => {
    const server = await start();
    const coupon = await buildCoupon(database, state);
    if (kind === 'sold-out') await claimAll([server], coupon.number, await buildUsers(database, 5));
    const readers = await buildUsers(database, 200);
    await warmUp(server, coupon.number);
    let outcomes: ClaimOutcome[] = [];
    const queries = await queriesDuring(server, async () => {
      outcomes = await claimAll([server], coupon.number, readers);
    });
    expect(tally(outcomes)).toEqual({ [kind]: 200 });
    expect(queries).toBeLessThanOrEqual(2); // the second may turn in between
  });

  test('not-found, and the number counts from the second on in which it is made', async () => {
    const server = await start();
    const readers = await buildUsers(database, 50);
    const number = 'MADE-LATER';
    await warmUp(server, number);
    expect(await queriesDuring(server, () => claimAll([server], number, readers))).toBeLessThanOrEqual(1);
    const { id } = await buildCoupon(database);
    await database.pool.query('update coupon set number = $1 where id = $2', [number, id]);
    await setTimeout(KNOWN_AFTER_MS);
    expect(tally(await claimAll([server], number, readers.slice(0, 5)))).toEqual({ issued: 5 });
  });

  test('control: without a memory every reader is looked up', async () => {
    const server = await start({ rememberMs: 0, batchMax: 1 });
    const coupon = await buildCoupon(database, { status: 'PAUSED' });
    const readers = await buildUsers(database, 20);
    expect(await queriesDuring(server, () => claimAll([server], coupon.number, readers))).toBeGreaterThanOrEqual(20);
  });
});

describe('who holds a pass gets it back from a server that refuses from memory,', () => {
  test.each([
    ['sold out', ''],
    ['paused', `update coupon set status = 'PAUSED' where id = $1`],
    ['over', `update coupon set starts_at = now() - interval '2 h', ends_at = now() - interval '1 h' where id = $1`],
    ['moved to tomorrow', `update coupon set starts_at = now() + interval '20 min' where id = $1`],
  ])('when it is %s', async (_, change) => {
    const [one, other] = [await start(), await start()];
    const coupon = await buildCoupon(database, { totalQuantity: change ? 40 : 20 });
    const readers = await buildUsers(database, 20);
    const issued = await claimAll([one, other], coupon.number, readers);
    if (change) await database.pool.query(change, [coupon.id]);
    await setTimeout(KNOWN_AFTER_MS);
    await warmUp(one, coupon.number);
    await warmUp(other, coupon.number);

    const again = await claimAll([other, one], coupon.number, readers);
    expect(tally(again)).toEqual({ issued: 20 });
    const codes = (outcomes: ClaimOutcome[]) => outcomes.map((o) => (o.kind === 'issued' ? o.pass.code : o.kind));
    expect(codes(again)).toEqual(codes(issued));
    expect(again.every((outcome) => outcome.kind === 'issued' && outcome.alreadyIssued)).toBe(true);
  });
});

describe('the window opens by the clock of the database, not a moment late or early', () => {
  test('also for a server that refuses from memory until then', async () => {
    const server = await start();
    const coupon = await buildCoupon(database, { totalQuantity: 1, opensInMs: 700 });
    const reader = await buildUser(database);
    const said: ClaimOutcome[] = [];
    do {
      said.push(await server.engine.claim(coupon.number, reader));
      await setTimeout(2);
    } while (said.at(-1)?.kind === 'not-started');
    const last = said.at(-1);
    if (last?.kind !== 'issued') throw new Error(`got ${last?.kind}`);
    expect(last.pass.createdAt.getTime()).toBeGreaterThanOrEqual(last.coupon.startsAt.getTime());
    expect(said.length).toBeGreaterThan(20);
    for (const early of said.slice(0, -1)) {
      if (early.kind !== 'not-started') throw new Error(`got ${early.kind}`);
      expect(early.serverTime.getTime()).toBeLessThan(early.startsAt.getTime());
    }
  });
});

const changes = [
  [
    'topped up',
    { totalQuantity: 5 },
    `update coupon set total_quantity = 10, status = 'ACTIVE' where id = $1`,
    'issued',
  ],
  ['resumed', { status: 'PAUSED' }, `update coupon set status = 'ACTIVE' where id = $1`, 'issued'],
  ['paused', { status: 'ACTIVE' }, `update coupon set status = 'PAUSED' where id = $1`, 'paused'],
] as const;

describe('of two servers, one hears within a second that the coupon was', () => {
  test.each(changes)('%s, without Redis', async (_, state, change, then) => {
    const server = await start();
    const { coupon, before } = await prepare(server, state);
    await database.pool.query(change, [coupon.id]);
    await setTimeout(KNOWN_AFTER_MS);
    const after = await server.engine.claim(coupon.number, await buildUser(database));
    expect(before).not.toBe(after.kind);
    expect(after.kind).toBe(then);
  });
});

describe.skipIf(whyNoRedis)(`of two servers with Redis${whyNoRedis ?? ''}`, () => {
  const logger = createLogger('silent');
  let redis: Awaited<ReturnType<typeof startRedisServer>>;
  let connections: { disconnect(): void }[];
  let wires: Announcements[];
  beforeEach(async () => {
    redis = await startRedisServer();
    [connections, wires] = [[], []];
  });
  afterEach(async () => {
    for (const wire of wires) await wire.close();
    for (const connection of connections) connection.disconnect();
    await redis.stop();
  });

  async function wire(): Promise<Announcements> {
    const connection = await redis.connect();
    connections.push(connection);
    const announcements = createAnnouncements(connection, logger);
    wires.push(announcements);
    return announcements;
  }

  test.each(changes)('one hears at once that the coupon was %s', async (_, state, change, then) => {
    const theirs = await wire();
    const server = await start({ announcements: await wire(), rememberMs: 60_000 });
    const control = await start({ rememberMs: 60_000 });
    await setTimeout(200); // both listen
    const { coupon } = await prepare(server, state);
    await prepare(control, state, coupon);
    await database.pool.query(change, [coupon.id]);
    theirs.announce(COUPON_CHANGED, coupon.number);
    const next = async ({ engine }: Engine) => (await engine.claim(coupon.number, await buildUser(database))).kind;
    await expect.poll(() => next(server)).toBe(then);
    // A minute long, but for the announcement; only what is open is never remembered.
    expect(await next(control)).toBe(then === 'paused' ? 'paused' : stateOf(state));
  });

  test('the other hears at once that the last pass is gone', async () => {
    const one = await start({ announcements: await wire() });
    const heard = vi.fn<(number: string) => void>();
    (await wire()).listen(COUPON_CHANGED, heard);
    await setTimeout(200);
    const coupon = await buildCoupon(database, { totalQuantity: 3 });
    await claimAll([one], coupon.number, await buildUsers(database, 3));
    await expect.poll(() => heard.mock.calls).toEqual([[coupon.number]]);
  });

  test('a liar changes nothing: exactly what there is, and holders keep theirs', async () => {
    const liar = await wire();
    const servers = [await start({ announcements: await wire() }), await start({ announcements: await wire() })];
    await setTimeout(200);
    const coupon = await buildCoupon(database, { totalQuantity: 30 });
    const readers = await buildUsers(database, 300);
    const lying = setInterval(() => liar.announce(COUPON_CHANGED, coupon.number), 1); // a thousand a second
    const outcomes = await claimAll(servers, coupon.number, readers);
    const again = await claimAll(servers, coupon.number, readers);
    clearInterval(lying);
    expect(tally(outcomes)).toEqual({ issued: 30, 'sold-out': 270 });
    expect(tally(again)).toEqual({ issued: 30, 'sold-out': 270 });

    // Nor does he make the memory useless: it looks again twenty times a second, not a thousand.
    const [server] = servers;
    if (!server) throw new Error('no server');
    const flood = setInterval(() => liar.announce(COUPON_CHANGED, coupon.number), 1);
    const stranger = await buildUser(database);
    const queries = await queriesDuring(server, async () => {
      for (let time = 0; time < 500; time += 1) {
        await server.engine.claim(coupon.number, stranger);
        await setTimeout(1);
      }
    });
    clearInterval(flood);
    expect(queries).toBeLessThan(100);
  });
});

type State = (typeof changes)[number][1];

function stateOf(state: State): string {
  return 'totalQuantity' in state ? 'sold-out' : state.status === 'PAUSED' ? 'paused' : 'issued';
}

/** A coupon in that state, which the server has just seen. */
async function prepare(server: Engine, state: State, given?: { id: string; number: string }) {
  const coupon = given ?? (await buildCoupon(database, state));
  if ('totalQuantity' in state && !given) {
    await claimAll([server], coupon.number, await buildUsers(database, state.totalQuantity));
  }
  await warmUp(server, coupon.number);
  const before = await server.engine.claim(coupon.number, await buildUser(database));
  expect(before.kind).toBe(stateOf(state));
  return { coupon, before: before.kind };
}
