import { expect, test } from 'vitest';
import { createPagedropClient } from './client.js';
import { PagedropError } from './errors.js';
import { MeDocument } from './generated/operations.js';
import { authReply, errorReply, meReply } from './testing/replies.js';
import { startScriptedServer } from './testing/scripted-server.js';

test('an error of the server arrives as a PagedropError with all it says', async () => {
  const refusal = errorReply('BAD_USER_INPUT', { field: 'password', reason: 'too_short', retryAfterMs: 5 });
  await using server = await startScriptedServer({ Register: [refusal] });
  const error: unknown = await createPagedropClient(server)
    .register('독자', 'short')
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(PagedropError);
  expect(error).toMatchObject({
    code: 'BAD_USER_INPUT',
    message: 'refused: BAD_USER_INPUT',
    field: 'password',
    reason: 'too_short',
    retryAfterMs: 5,
  });
});

test('a proxy without a server behind it is network trouble, a page that is no GraphQL is a wrong address', async () => {
  await using server = await startScriptedServer({ ActiveEventBooks: [{ html: 502 }, { html: 404 }, { html: 200 }] });
  const client = createPagedropClient(server);
  await expect(client.activeEventBooks()).rejects.toMatchObject({ code: 'NETWORK' });
  await expect(client.activeEventBooks()).rejects.toMatchObject({ code: 'BAD_RESPONSE' });
  await expect(client.activeEventBooks()).rejects.toMatchObject({ code: 'BAD_RESPONSE' });
});

test('a server that is not there is network trouble', async () => {
  const server = await startScriptedServer({});
  await server.stop();
  await expect(createPagedropClient(server).activeEventBooks()).rejects.toMatchObject({ code: 'NETWORK' });
});

test('an impossible address is refused at once', () => {
  expect(() => createPagedropClient({ url: 'not an address' })).toThrow(TypeError);
});

test('outside browsers the refresh token is asked for in the answer', async () => {
  await using server = await startScriptedServer({ Login: [authReply('login', 1)], Me: [meReply] });
  const client = createPagedropClient(server);
  expect(await client.login('독자', 'correct horse')).toMatchObject({ username: '독자' });
  await client.me();
  expect(server.calls[0]?.variables).toEqual({ username: '독자', password: 'correct horse', returnRefreshToken: true });
  expect(server.calls[1]?.headers.authorization).toBe('Bearer access-1');
});

test('nobody is logged in at first, and finding that out costs one request', async () => {
  await using server = await startScriptedServer({ Me: [{ data: { me: null } }] });
  expect(await createPagedropClient(server).me()).toBeNull();
  expect(server.operations()).toEqual(['Me']);
});

test('logging out revokes the session and forgets the tokens', async () => {
  await using server = await startScriptedServer({
    Login: [authReply('login', 1)],
    Logout: [{ data: { logout: true } }],
    Me: [{ data: { me: null } }],
  });
  const client = createPagedropClient(server);
  await client.login('독자', 'correct horse');
  await client.logout();
  await client.me();
  expect(server.calls[1]).toMatchObject({
    variables: { refreshToken: 'refresh-1' },
    headers: { authorization: 'Bearer access-1' },
  });
  expect(server.calls[2]?.headers.authorization).toBeUndefined();
});

test('an operation of one’s own is sent as whoever is logged in', async () => {
  await using server = await startScriptedServer({ Login: [authReply('login', 1)], Me: [meReply] });
  const client = createPagedropClient(server);
  expect(await client.accessToken()).toBeNull();
  await client.login('독자', 'correct horse');
  expect(await client.accessToken()).toBe('access-1');
  expect(await client.send(MeDocument, {})).toMatchObject({ me: { username: '독자' } });
  expect(server.calls[1]?.headers.authorization).toBe('Bearer access-1');
});

test('all that is wrong with an input arrives, and what is malformed breaks nothing', async () => {
  const tooLong = { field: 'title', reason: 'TOO_LONG', message: 'At most 200 characters.', limit: 200 };
  const refusal = errorReply('BAD_USER_INPUT', { problems: [tooLong, 'no object', {}] });
  await using server = await startScriptedServer({ Me: [refusal] });
  await expect(createPagedropClient(server).me()).rejects.toMatchObject({
    problems: [tooLong, { field: '', reason: '', message: '', limit: undefined }],
  });
});
