import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EventLoopLag } from '#platform/event-loop-lag.js';
import { startTestServer, type TestServer } from '#testing/test-server.js';

/** Keeps this process, and the server in it, as busy as a crowd would. */
async function keepBusy(times: number, eachMs: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    const until = performance.now() + eachMs;
    while (performance.now() < until);
    await setTimeout(1);
  }
}

describe('a server that is behind', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const post = (query: string) =>
    fetch(`${server.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });

  test('sends away what can wait, says when to come back, and goes on with the rest', async () => {
    const hot = '{ activeEventBooks { title } }';
    for (let time = 0; time < 3; time += 1) await post(hot);
    await keepBusy(4, 700);

    const refused = await post('mutation { login(username: "a", password: "b") { accessToken } }');
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    const { errors }: { errors: { extensions: { code: string; retryAfterMs: number } }[] } = JSON.parse(
      await refused.text(),
    );
    expect(errors[0]?.extensions.code).toBe('SERVICE_UNAVAILABLE');
    expect(errors[0]?.extensions.retryAfterMs).toBeGreaterThan(500);

    await keepBusy(4, 700);
    const [page, health, list] = await Promise.all([
      fetch(`${server.address}/nothing`, { headers: { accept: 'text/html' } }),
      fetch(`${server.address}/livez`),
      post(hot),
    ]);
    expect([page.status, health.status, list.status]).not.toContain(503);

    await setTimeout(400);
    expect((await post('mutation { logout }')).status).toBe(200);
  });
});

test('one stall is no overload', async () => {
  const lag = new EventLoopLag();
  await setTimeout(200);
  await keepBusy(1, 800);
  await setTimeout(60);
  expect(lag.ms).toBeLessThan(400);
  await keepBusy(4, 600);
  expect(lag.ms).toBeGreaterThan(400);
  lag.stop();
});
