import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { staffWrite } from '#admin/staff-write.js';
import { buildBook } from '#testing/factories.js';
import { buildRecurringDrop } from '#testing/recurring-drops.js';
import { staffContext, staffToken } from '#testing/staff.js';
import { startTestServer, type TestServer } from '#testing/test-server.js';

const confirmed = z.object({ couponBatchSummary: z.object({ confirm: z.string() }) });
const confirmedDrop = z.object({ recurringDropSummary: z.object({ confirm: z.string() }) });
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test('a staff transaction whose connection is lost gives its place in the pool back', async () => {
  const { pool } = server.app.services.database;
  const token = await staffToken(server, 'OPERATOR');
  for (let time = 0; time < 3; time += 1) {
    await expect(
      staffWrite(staffContext(server, token), { action: 'book.update' }, async ({ em }) => {
        await em.execute('select pg_terminate_backend(pg_backend_pid())');
      }),
    ).rejects.toThrow('connection');
  }
  await vi.waitFor(() => expect(pool.totalCount - pool.idleCount).toBe(0));
});

test('as many batches ordered at once as the pool has connections, and more, are all ordered', async () => {
  const token = await staffToken(server, 'OPERATOR');
  const bookId = await buildBook(server.database);
  const clocks = { startsAt: new Date(), endsAt: new Date(Date.now() + 86_400_000), useWithinDays: 3, readingDays: 3 };
  const order = async (_: unknown, index: number) => {
    const variables = {
      id: uuid(),
      input: { bookId, pattern: `P${index}-??????????`, count: 1, totalQuantity: 1, ...clocks },
    };
    const summary = `query ($input: CouponBatchInput!) { couponBatchSummary(input: $input) { confirm } }`;
    const { data } = await server.graphql(summary, { token, variables });
    const { confirm } = confirmed.parse(data).couponBatchSummary;
    return { ...variables, confirm };
  };
  const all = await Promise.all(Array.from({ length: 30 }, order));
  const create = `mutation ($id: ID!, $input: CouponBatchInput!, $confirm: String!) {
    createCouponBatch(id: $id, input: $input, confirm: $confirm) { id } }`;
  const answers = await Promise.all(all.map((variables) => server.graphql(create, { token, variables })));
  expect(answers.filter(({ errors }) => errors)).toEqual([]);
});

test('as many recurring drops edited at once as the pool has connections, and more, are all edited', async () => {
  const token = await staffToken(server, 'OPERATOR');
  const edit = async (_: unknown, index: number) => {
    const { id, bookId } = await buildRecurringDrop(server.database);
    const input = {
      bookId,
      numberPattern: `E${index}-{YYYYMMDD}`,
      timeOfDay: '12:00',
      zone: 'Asia/Seoul',
      days: ['MONDAY', 'THURSDAY'],
      openMinutes: 30,
      totalQuantity: 5,
      visibility: 'LISTED',
      useWithinDays: 3,
      readingDays: 30,
      startsOn: '2026-01-01',
    };
    const summary = `query ($id: ID, $input: RecurringDropInput!) { recurringDropSummary(id: $id, input: $input) { confirm } }`;
    const { data } = await server.graphql(summary, { token, variables: { id, input } });
    return { id, version: 1, input, confirm: confirmedDrop.parse(data).recurringDropSummary.confirm };
  };
  const all = await Promise.all(Array.from({ length: 30 }, edit));
  const update = `mutation ($id: ID!, $version: Int!, $input: RecurringDropInput!, $confirm: String!) {
    updateRecurringDrop(id: $id, version: $version, input: $input, confirm: $confirm) { id } }`;
  const answers = await Promise.all(all.map((variables) => server.graphql(update, { token, variables })));
  expect(answers.filter(({ errors }) => errors)).toEqual([]);
});
