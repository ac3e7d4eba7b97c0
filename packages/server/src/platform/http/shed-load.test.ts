import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Role } from '#auth/role.js';
import { staffToken } from '#testing/staff.js';
import { startTestServer, type TestServer } from '#testing/test-server.js';

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

test('a server that is behind sends away what can wait, says when to come back, and goes on with the rest', async () => {
  const hot = '{ activeEventBooks { title } }';
  for (let time = 0; time < 3; time += 1) await post(hot); // what comes often is answered without Apollo
  const canWait = 'mutation { logout }';
  const lag = vi.spyOn(server.app.services.lag, 'ms', 'get').mockReturnValue(800);

  const refused = await post(canWait);
  expect(refused.status).toBe(503);
  const { errors }: { errors: { extensions: { code: string; retryAfterMs: number } }[] } = JSON.parse(
    await refused.text(),
  );
  const { code, retryAfterMs = 0 } = errors[0]?.extensions ?? {};
  expect(code).toBe('SERVICE_UNAVAILABLE');
  expect(retryAfterMs).toBeGreaterThanOrEqual(900); // half of the least and the lag, and up to as much again
  expect(retryAfterMs).toBeLessThanOrEqual(2700);
  expect(refused.headers.get('retry-after')).toBe(String(Math.ceil(retryAfterMs / 1000)));

  const [page, health, list] = await Promise.all([
    fetch(`${server.address}/nothing`, { headers: { accept: 'text/html' } }),
    fetch(`${server.address}/livez`),
    post(hot),
  ]);
  expect([page.status, health.status, list.status]).toEqual([200, 200, 200]);
  expect((await post(canWait)).status).toBe(503); // it was behind all the while

  lag.mockReturnValue(500);
  expect((await post(canWait)).status).toBe(200);
});

test.each<[Role, number]>([
  ['READER', 503],
  ['SUPPORT', 200],
  ['OPERATOR', 200],
])('who has to pause a drop gets through just then: %s is answered with %i', async (role, status) => {
  const token = await staffToken(server, role);
  const lag = vi.spyOn(server.app.services.lag, 'ms', 'get').mockReturnValue(800);
  const answer = await server.graphql('{ me { role } }', { token });
  expect(answer.status).toBe(status);
  lag.mockRestore();
});

test('a token that only says to be of the staff gets nobody through', async () => {
  const [head, , signature] = (await staffToken(server, 'READER')).split('.');
  const payload = Buffer.from('{"role":"ADMIN"}').toString('base64url');
  const lag = vi.spyOn(server.app.services.lag, 'ms', 'get').mockReturnValue(800);
  const answer = await server.graphql('{ me { role } }', { token: [head, payload, signature].join('.') });
  expect(answer.status).toBe(503);
  lag.mockRestore();
});
