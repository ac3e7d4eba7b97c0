import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { paceOf } from '#admin/console/pace.js';
import type { Role } from '#auth/role.js';
import { buildCoupon, buildUsers } from '#testing/factories.js';
import { staffToken } from '#testing/staff.js';
import { startTestServer, type TestServer } from '#testing/test-server.js';

let servers: readonly [TestServer, TestServer];
let token: string;
beforeAll(async () => {
  const first = await startTestServer({ remember: true });
  servers = [first, await startTestServer({ remember: true, database: first.database })];
  token = await staffToken(first, 'SUPPORT');
});
afterAll(async () => {
  for (const server of servers.toReversed()) await server.close();
});

const document = `query Console($id: ID!) { couponConsole(id: $id) {
  coupon { number issuedQuantity quantity status book { title } } serverTime
  seconds { at issued refused } refusals { reason count } alreadyIssued issuesPerSecond secondsToSellOut } }`;
const shape = z.object({
  couponConsole: z.object({
    coupon: z.object({ number: z.string(), issuedQuantity: z.int(), quantity: z.int(), status: z.string() }),
    serverTime: z.coerce.date(),
    seconds: z.array(z.object({ at: z.coerce.date(), issued: z.int(), refused: z.int() })),
    refusals: z.array(z.object({ reason: z.string(), count: z.int() })),
    alreadyIssued: z.int(),
    issuesPerSecond: z.number(),
    secondsToSellOut: z.number().nullable(),
  }),
});

async function look(couponId: string) {
  const { data } = await servers[0].graphql(document, { token, variables: { id: couponId } });
  return shape.parse(data).couponConsole;
}

/** Readers ask both servers in turn. */
async function claims(number: string, readers: readonly string[]): Promise<void> {
  await Promise.all(
    readers.map((reader, index) => {
      const server = servers[index % 2 === 0 ? 0 : 1];
      return server.graphql(`mutation { downloadCoupon(couponNumber: "${number}") { __typename } }`, {
        token: server.tokenFor(reader),
      });
    }),
  );
}

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

describe('couponConsole', () => {
  test('adds up what two servers answered, in the seconds in which they did', async () => {
    const coupon = await buildCoupon(servers[0].database, { totalQuantity: 20 });
    const readers = await buildUsers(servers[0].database, 50);
    await claims(coupon.number, readers);
    await vi.waitFor(async () => {
      const seen = await look(coupon.id);
      expect(seen.coupon).toMatchObject({ issuedQuantity: 20, quantity: 0, status: 'COMPLETE' });
      expect(sumOf(seen.seconds.map(({ issued }) => issued))).toBe(20);
      expect(sumOf(seen.seconds.map(({ refused }) => refused))).toBe(30);
      expect(seen.refusals).toEqual([
        { reason: 'SOLD_OUT', count: 30 },
        { reason: 'PAUSED', count: 0 },
        { reason: 'NOT_STARTED', count: 0 },
        { reason: 'ENDED', count: 0 },
        { reason: 'RETRY_LATER', count: 0 },
      ]);
      for (const { at } of seen.seconds) {
        expect(at.getMilliseconds()).toBe(0);
        expect(seen.serverTime.getTime() - at.getTime()).toBeLessThan(60_000);
      }
      expect(seen.secondsToSellOut).toBeNull(); // there is nothing left to sell out
    }, 4000);
    const { rows } = await servers[0].database.pool.query(
      'select distinct process_id from coupon_tally where coupon_id = $1',
      [coupon.id],
    );
    expect(rows).toHaveLength(2);
  });

  test('sums the refusals of the whole drop, and shows the seconds of two minutes', async () => {
    const coupon = await buildCoupon(servers[0].database);
    await servers[0].database.pool.query(
      `insert into coupon_tally (coupon_id, at, process_id, issued, already_issued, paused, retry_later)
       select $1, at, process_id, 1, 2, 3, 4 from (values (gen_random_uuid()), (gen_random_uuid())) as two(process_id),
         unnest(array['-infinity', date_trunc('second', now()) - interval '1 hour',
           date_trunc('second', now()) - interval '5 s']::timestamptz[]) as at`,
      [coupon.id],
    );
    const seen = await look(coupon.id);
    expect(seen.seconds).toMatchObject([{ issued: 2, refused: 14 }]);
    expect(seen.refusals).toContainEqual({ reason: 'PAUSED', count: 6 });
    expect(seen.refusals).toContainEqual({ reason: 'RETRY_LATER', count: 8 });
    expect(seen.alreadyIssued).toBe(4);
    expect(seen.issuesPerSecond).toBeCloseTo(0.2);
    expect(seen.secondsToSellOut).toBeCloseTo(10 / 0.2);
  });

  test('has nothing to tell of a coupon that nobody asked for yet', async () => {
    const coupon = await buildCoupon(servers[0].database, { opensInMs: 60_000 });
    const { seconds, refusals, alreadyIssued } = await look(coupon.id);
    expect({ seconds, alreadyIssued }).toEqual({ seconds: [], alreadyIssued: 0 });
    expect(refusals.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0]);
  });

  test('has what a server counted in its last second', async () => {
    const coupon = await buildCoupon(servers[0].database);
    const [reader = ''] = await buildUsers(servers[0].database, 1);
    const stopped = await startTestServer({ database: servers[0].database });
    await stopped.graphql(`mutation { downloadCoupon(couponNumber: "${coupon.number}") { __typename } }`, {
      token: stopped.tokenFor(reader),
    });
    await stopped.close();
    expect((await look(coupon.id)).seconds).toMatchObject([{ issued: 1, refused: 0 }]);
  });

  test.each([uuid(), 'no id'])('of what is not there is null (%s)', async (id) => {
    const { data, errors } = await servers[0].graphql(document, { token, variables: { id } });
    expect({ data, errors }).toEqual({ data: { couponConsole: null }, errors: undefined });
  });

  // Asked three times: from the third time on it takes the hot path, which must ask the same questions.
  test.each<[Role, string | undefined]>([
    ['READER', 'FORBIDDEN'],
    ['SUPPORT', undefined],
    ['OPERATOR', undefined],
  ])('is for staff: %s', async (role, code) => {
    const coupon = await buildCoupon(servers[0].database);
    const asking = await staffToken(servers[0], role);
    for (const _ of [1, 2, 3]) {
      const { errors } = await servers[0].graphql(document, { token: asking, variables: { id: coupon.id } });
      expect(errors?.[0]?.extensions?.['code']).toBe(code);
    }
  });
});

describe('the pace', () => {
  const now = new Date('2026-06-05T03:00:30.400Z');
  const at = (second: number) => new Date(Date.UTC(2026, 5, 5, 3, 0, second));
  const coupon = { startsAt: at(0), endsAt: at(600), status: 'ACTIVE', quantity: 300 } as const;
  /** 60 passes in each second up to the one under way. */
  const seconds = Array.from({ length: 31 }, (_, second) => ({ at: at(second), issued: 60 }));

  test('is that of ten complete seconds', () => {
    expect(paceOf(coupon, seconds, now)).toEqual({ issuesPerSecond: 60, secondsToSellOut: 5 });
  });

  test('is that of the seconds since the opening, when those are fewer', () => {
    const opened = { ...coupon, startsAt: new Date(at(26).getTime() + 300) };
    const since = seconds.filter((second) => second.at >= at(26));
    expect(paceOf(opened, since, now)).toEqual({ issuesPerSecond: 60, secondsToSellOut: 5 });
  });

  test.each([
    ['paused', { status: 'PAUSED' }],
    ['over', { endsAt: at(30) }],
    ['closed', { status: 'COMPLETE' }],
  ] as const)('says nothing of selling out when the coupon is %s', (_, overrides) => {
    expect(paceOf({ ...coupon, ...overrides }, seconds, now)).toEqual({ issuesPerSecond: 60, secondsToSellOut: null });
  });

  test('says nothing of selling out when nobody comes, or nothing can have come yet', () => {
    expect(paceOf(coupon, [], now)).toEqual({ issuesPerSecond: 0, secondsToSellOut: null });
    expect(paceOf({ ...coupon, startsAt: at(30) }, seconds, now)).toEqual({
      issuesPerSecond: 0,
      secondsToSellOut: null,
    });
  });
});
