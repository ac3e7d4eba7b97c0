import { ActiveEventBooksDocument } from '@pagedrop/sdk';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { buildBook, buildCoupon } from '#testing/factories.js';
import { startTestServer, type TestServer } from '#testing/test-server.js';

const HOUR_MS = 3_600_000;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

async function eventBooks() {
  return (await server.run(ActiveEventBooksDocument, {})).activeEventBooks;
}

async function isOnPage(number: string): Promise<boolean> {
  return (await eventBooks()).some(({ coupons }) => coupons.some((coupon) => coupon.number === number));
}

describe('activeEventBooks', () => {
  test.each([
    ['open', {}, true],
    ['upcoming', { opensInMs: HOUR_MS, endsInMs: 2 * HOUR_MS }, true],
    ['paused', { status: 'PAUSED' }, true],
    ['complete', { status: 'COMPLETE' }, false],
    ['ended', { opensInMs: -2 * HOUR_MS, endsInMs: -1 }, false],
    ['complete but kept', { status: 'COMPLETE', visibility: 'KEPT' }, true],
    ['kept and ended', { visibility: 'KEPT', opensInMs: -2 * HOUR_MS, endsInMs: -1 }, false],
    ['unlisted', { visibility: 'UNLISTED' }, false],
  ] as const)('a coupon that is %s (%o): on the page is %s', async (_state, overrides, shown) => {
    const { number } = await buildCoupon(server.database, overrides);
    expect(await isOnPage(number)).toBe(shown);
  });

  test('gives a book once, with all its coupons and what is left of each', async () => {
    const bookId = await buildBook(server.database, { title: '상록수' });
    await buildCoupon(server.database, { bookId, totalQuantity: 7 });
    await buildCoupon(server.database, { bookId, totalQuantity: 9, opensInMs: HOUR_MS, endsInMs: 2 * HOUR_MS });
    const found = (await eventBooks()).filter(({ id }) => id === bookId);
    expect(found).toMatchObject([{ title: '상록수', coupons: [{ quantity: 7 }, { quantity: 9 }] }]);
  });

  test('asks the database once, however many books there are', async () => {
    for (let n = 0; n < 20; n += 1) await buildCoupon(server.database);
    const statements = await countStatements(() =>
      server.graphql('{ activeEventBooks { title coupons { number book { title } } } }'),
    );
    expect(statements).toBe(1);
  });

  test('tells the time of the clock that judges the windows', async () => {
    const { serverTime } = await server.run(ActiveEventBooksDocument, {});
    expect(Math.abs(Date.parse(serverTime) - Date.now())).toBeLessThan(60_000);
  });
});

/** How often a connection is taken from the pool, by the ORM or past it. */
async function countStatements(work: () => Promise<unknown>): Promise<number> {
  const taken = vi.spyOn(server.database.pool, 'connect');
  await work();
  const count = taken.mock.calls.length;
  taken.mockRestore();
  return count;
}
