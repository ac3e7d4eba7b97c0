import { expect, test, vi } from 'vitest';
import { createPagedropClient } from './client.js';
import { authReply, errorReply, passReply, retryLaterReply } from './testing/replies.js';
import { startScriptedServer, type Reply } from './testing/scripted-server.js';

const withReplies = async (...replies: Reply[]) => await startScriptedServer({ DownloadCoupon: replies });

test('a busy server is asked again, not sooner than it said', async () => {
  await using server = await withReplies(retryLaterReply, retryLaterReply, passReply);
  const start = performance.now();
  const result = await createPagedropClient(server).downloadCoupon('MUJEONG-1000');
  expect(result).toMatchObject({ __typename: 'UserCoupon', sequence: 37 });
  expect(performance.now() - start).toBeGreaterThanOrEqual(39);
  expect(server.calls).toHaveLength(3);
});

test('an answer that was lost on its way is asked for again', async () => {
  await using server = await withReplies(
    'cut the connection',
    { html: 503 },
    errorReply('SERVICE_UNAVAILABLE'),
    passReply,
  );
  const result = await createPagedropClient(server).downloadCoupon('MUJEONG-1000');
  expect(result.__typename).toBe('UserCoupon');
  expect(server.calls).toHaveLength(4);
});

test('a long queue is waited for, also by who says nothing about how long', async () => {
  vi.useFakeTimers();
  try {
    const longQueue = { __typename: 'RetryLater', message: 'busy', retryAfterMs: 10_000 };
    const answer = vi.fn<typeof fetch>(() =>
      Promise.resolve(Response.json({ data: { downloadCoupon: longQueue } }, { status: 200 })),
    );
    const asked = createPagedropClient({ url: 'http://127.0.0.1', fetch: answer }).downloadCoupon('MUJEONG-1000');
    await vi.advanceTimersByTimeAsync(15_000);
    expect(answer).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(15_000);
    expect((await asked).__typename).toBe('RetryLater');
  } finally {
    vi.useRealTimers();
  }
});

test('still busy when the time is over: RetryLater is the outcome', async () => {
  await using server = await withReplies(retryLaterReply);
  const result = await createPagedropClient(server).downloadCoupon('MUJEONG-1000', { maxWaitMs: 100 });
  expect(result.__typename).toBe('RetryLater');
  expect(server.calls.length).toBeGreaterThan(2);
});

test('still unreachable when the time is over: the outcome is unknown, and that is an error', async () => {
  await using server = await withReplies('cut the connection');
  const client = createPagedropClient(server);
  await expect(client.downloadCoupon('MUJEONG-1000', { maxWaitMs: 0 })).rejects.toMatchObject({ code: 'NETWORK' });
  expect(server.calls).toHaveLength(1);
});

test('a server that never answers is not waited for without end', async () => {
  await using server = await withReplies('say nothing');
  const client = createPagedropClient(server);
  await expect(client.downloadCoupon('MUJEONG-1000', { maxWaitMs: 0 })).rejects.toMatchObject({
    code: 'NETWORK',
    message: 'No answer within 1000 ms.',
  });
});

test('a final outcome and an error of the server are not asked for again', async () => {
  const soldOut: Reply = { data: { downloadCoupon: { __typename: 'CouponSoldOut', message: 'sold out' } } };
  await using server = await withReplies(soldOut, errorReply('FORBIDDEN'));
  const client = createPagedropClient(server);
  expect(await client.downloadCoupon('MUJEONG-1000')).toEqual({ __typename: 'CouponSoldOut', message: 'sold out' });
  await expect(client.downloadCoupon('MUJEONG-1000')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect(server.calls).toHaveLength(2);
});

test.for([
  ['while it waits for an answer', 'say nothing'],
  ['while it waits to ask again', { data: { downloadCoupon: { __typename: 'RetryLater', retryAfterMs: 5_000 } } }],
] satisfies [string, Reply][])('an abort %s stops it with the reason', async ([, reply]) => {
  await using server = await withReplies(reply);
  const reason = new Error('the reader left');
  const controller = new AbortController();
  const outcome = createPagedropClient(server).downloadCoupon('MUJEONG-1000', { signal: controller.signal });
  setTimeout(() => controller.abort(reason), 50);
  await expect(outcome).rejects.toBe(reason);
});

test.for([
  ['the session is renewed', [authReply('login', 1, { lifetimeMs: -1_000 })], [passReply]],
  ['it is renewed after a refusal', [authReply('login', 1)], [errorReply('UNAUTHENTICATED')]],
] satisfies [string, Reply[], Reply[]][])(
  'while %s, abort and time limit count too',
  async ([, Login, DownloadCoupon]) => {
    await using server = await startScriptedServer({ Login, DownloadCoupon, RefreshSession: ['say nothing'] });
    const client = createPagedropClient(server);
    await client.login('독자', 'correct horse');
    const start = performance.now();

    const reason = new Error('the reader left');
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 50);
    const left = client.downloadCoupon('MUJEONG-1000', { maxWaitMs: 0, signal: controller.signal });
    const late = client.downloadCoupon('MUJEONG-1000', { maxWaitMs: 0 });
    await expect(left).rejects.toBe(reason);
    expect(performance.now() - start).toBeLessThan(500);
    await expect(late).rejects.toMatchObject({ code: 'NETWORK', message: 'No answer within 1000 ms.' });
    expect(performance.now() - start).toBeLessThan(1_900);
    expect(server.operations().filter((name) => name === 'RefreshSession')).toHaveLength(1);
  },
);
