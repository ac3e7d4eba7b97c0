import { expect, test } from 'vitest';
import { createPagedropClient } from './client.js';
import { authReply, errorReply, meReply } from './testing/replies.js';
import { startScriptedServer } from './testing/scripted-server.js';

// More than a second ago, because the server's `date` header has whole seconds.
const expired = { lifetimeMs: -1_000 };
const count = (operations: string[], name: string): number => operations.filter((each) => each === name).length;

test('requests that find the token stale share one renewal', async () => {
  await using server = await startScriptedServer({
    Login: [authReply('login', 1, expired)],
    RefreshSession: [authReply('refreshSession', 2, { delayMs: 30 })],
    Me: [meReply],
  });
  const client = createPagedropClient(server);
  await client.login('독자', 'correct horse');
  await Promise.all(Array.from({ length: 20 }, () => client.me()));
  expect(count(server.operations(), 'RefreshSession')).toBe(1);
  expect(server.calls[1]?.variables).toEqual({ refreshToken: 'refresh-1' });
  expect(server.calls.filter((call) => call.operation === 'Me').map((call) => call.headers.authorization)).toEqual(
    Array.from({ length: 20 }, () => 'Bearer access-2'),
  );
});

test('refused as UNAUTHENTICATED, all requests renew together and each asks once more', async () => {
  const refused = errorReply('UNAUTHENTICATED');
  await using server = await startScriptedServer({
    Login: [authReply('login', 1)],
    RefreshSession: [authReply('refreshSession', 2)],
    Me: [refused, refused, refused, meReply],
  });
  const client = createPagedropClient(server);
  await client.login('독자', 'correct horse');
  await Promise.all([client.me(), client.me(), client.me()]);
  expect(count(server.operations(), 'RefreshSession')).toBe(1);
  expect(count(server.operations(), 'Me')).toBe(6);
});

test('refused again with a new token, it gives up', async () => {
  await using server = await startScriptedServer({
    Login: [authReply('login', 1)],
    RefreshSession: [authReply('refreshSession', 2)],
    Me: [errorReply('UNAUTHENTICATED')],
  });
  const client = createPagedropClient(server);
  await client.login('독자', 'correct horse');
  await expect(client.me()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(server.operations()).toEqual(['Login', 'Me', 'RefreshSession', 'Me']);
});

test('a refused refresh token ends the session', async () => {
  await using server = await startScriptedServer({
    Login: [authReply('login', 1, expired)],
    RefreshSession: [errorReply('UNAUTHENTICATED')],
    Me: [{ data: { me: null } }],
  });
  const client = createPagedropClient(server);
  await client.login('독자', 'correct horse');
  expect(await client.me()).toBeNull();
  expect(await client.me()).toBeNull();
  expect(server.operations()).toEqual(['Login', 'RefreshSession', 'Me', 'Me']);
});

test('a renewal that got no answer does not end the session', async () => {
  await using server = await startScriptedServer({
    Login: [authReply('login', 1, expired)],
    RefreshSession: ['cut the connection', authReply('refreshSession', 2)],
    Me: [meReply],
  });
  const client = createPagedropClient(server);
  await client.login('독자', 'correct horse');
  await expect(client.me()).rejects.toMatchObject({ code: 'NETWORK' });
  expect(await client.me()).toMatchObject({ username: '독자' });
});

test('a renewal is given up long before the server stops taking the old token', async () => {
  await using server = await startScriptedServer({
    Login: [authReply('login', 1, expired)],
    RefreshSession: ['say nothing', authReply('refreshSession', 2)],
    Me: [meReply],
  });
  const client = createPagedropClient(server);
  await client.login('독자', 'correct horse');
  const start = performance.now();
  await expect(client.me()).rejects.toMatchObject({ code: 'NETWORK' });
  expect(performance.now() - start).toBeLessThan(6_000);
  expect(await client.me()).toMatchObject({ username: '독자' });
}, 12_000);

test('whoever logs in while a renewal runs is who is logged in afterwards', async () => {
  await using server = await startScriptedServer({
    Login: [authReply('login', 1, expired), authReply('login', 7)],
    RefreshSession: [authReply('refreshSession', 2, { delayMs: 50 })],
    Me: [meReply],
  });
  const client = createPagedropClient(server);
  await client.login('독자', 'correct horse');
  await Promise.all([client.me(), client.login('독자', 'correct horse')]);
  await client.me();
  expect(server.calls.at(-1)?.headers.authorization).toBe('Bearer access-7');
});

test('the lifetime is counted by the clock of the server', async () => {
  const hourAgo = Date.now() - 3_600_000;
  const login = { accessToken: 'access-1', accessTokenExpiresAt: new Date(hourAgo + 900_000).toISOString() };
  await using server = await startScriptedServer({
    Login: [{ data: { login }, date: new Date(hourAgo).toUTCString() }],
    Me: [meReply],
  });
  const client = createPagedropClient(server);
  await client.login('독자', 'correct horse');
  await client.me();
  expect(server.operations()).toEqual(['Login', 'Me']);
});

test('in a browser, the cookie of an earlier visit is tried before the first request', async () => {
  await using server = await startScriptedServer({ RefreshSession: [authReply('refreshSession', 2)], Me: [meReply] });
  const client = createPagedropClient({ url: server.url, returnRefreshToken: false });
  expect(await client.me()).toMatchObject({ username: '독자' });
  expect(server.calls[0]).toMatchObject({ operation: 'RefreshSession', variables: {} });
  expect(server.calls[1]?.headers.authorization).toBe('Bearer access-2');
});

test('in a browser without such a cookie, that is tried once', async () => {
  await using server = await startScriptedServer({
    RefreshSession: [errorReply('UNAUTHENTICATED')],
    Me: [{ data: { me: null } }],
  });
  const client = createPagedropClient({ url: server.url, returnRefreshToken: false });
  expect(await client.me()).toBeNull();
  expect(await client.me()).toBeNull();
  expect(server.operations()).toEqual(['RefreshSession', 'Me', 'Me']);
});
