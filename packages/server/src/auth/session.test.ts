import { LogoutDocument } from '@pagedrop/sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  GOOD_PASSWORD,
  login,
  logIn,
  newUsername,
  refresh,
  refreshByToken,
  refreshCookie,
  register,
  registerReader,
  whoAmI,
} from '#testing/sessions.js';
import { startTestServer, type TestServer } from '#testing/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ trustProxy: true });
});
afterAll(() => server.close());

const ended = [{ message: 'The session has ended. Log in again.', extensions: { code: 'UNAUTHENTICATED' } }];

/** Lets time pass for every session of the reader since its last rotation. */
async function passSeconds(username: string, seconds: number): Promise<void> {
  await server.database.pool.query(
    `update session set rotated_at = rotated_at - make_interval(secs => $2)
     where user_id = (select id from "user" where username = $1)`,
    [username, seconds],
  );
}

describe("a browser's refresh token", () => {
  const thirtyDays = expect.stringMatching(/^Expires=/);

  test('comes in a cookie that no script and no other site can use', async () => {
    const answer = await register(server, newUsername(), GOOD_PASSWORD);
    const { pair, attributes } = refreshCookie(answer);
    expect(pair).toMatch(/^pagedrop_refresh=[\w-]{64}$/);
    expect(attributes.toSorted()).toEqual([thirtyDays, 'HttpOnly', 'Path=/graphql', 'SameSite=Strict']);
  });

  test('is Secure when the reader came by https', async () => {
    const { username, password } = await registerReader(server);
    const answer = await login(server, username, password, { headers: { 'x-forwarded-proto': 'https' } });
    expect(refreshCookie(answer).attributes).toContain('Secure');
  });

  test('is not made Secure by a header when no proxy is trusted', async () => {
    const direct = await startTestServer({ database: server.database });
    try {
      const answer = await register(direct, newUsername(), GOOD_PASSWORD, {
        headers: { 'x-forwarded-proto': 'https' },
      });
      expect(refreshCookie(answer).attributes).not.toContain('Secure');
    } finally {
      await direct.close();
    }
  });

  test('renews the session from the cookie, replaces it, and never stands in the body', async () => {
    const username = newUsername();
    const { pair } = refreshCookie(await register(server, username, GOOD_PASSWORD));
    const answer = await refresh(server, { cookie: pair });
    expect(answer.data).toMatchObject({ refreshSession: { refreshToken: null, user: { username } } });
    const next = refreshCookie(answer);
    expect(next.pair).toMatch(/^pagedrop_refresh=[\w-]{64}$/);
    expect(next.pair).not.toBe(pair);
    expect(next.attributes).toContain('HttpOnly');
  });

  test('is taken away with the session', async () => {
    const { pair } = refreshCookie(await register(server, newUsername(), GOOD_PASSWORD));
    const answer = await server.graphql('mutation { logout }', { cookie: pair });
    expect(answer.data).toEqual({ logout: true });
    expect(refreshCookie(answer)).toMatchObject({
      pair: 'pagedrop_refresh=',
      attributes: expect.arrayContaining(['Path=/graphql', 'Expires=Thu, 01 Jan 1970 00:00:00 GMT']),
    });
    const refused = await refresh(server, { cookie: pair });
    expect(refused.errors).toMatchObject(ended);
    expect(refreshCookie(refused).pair).toBe('pagedrop_refresh=');
  });
});

describe('refreshSession', () => {
  test('gives the token in the body to a client that brings its own, and no cookie', async () => {
    const { username, refreshToken } = await registerReader(server);
    const answer = await refresh(server, { refreshToken });
    expect(answer.data).toMatchObject({ refreshSession: { refreshToken: expect.stringMatching(/^[\w-]{64}$/) } });
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await whoAmI(server, (await logIn(server, username, GOOD_PASSWORD)).accessToken)).toBe(username);
  });

  test('takes the token before once more, when the answer with the new one was lost', async () => {
    const { username, refreshToken } = await registerReader(server);
    await refreshByToken(server, refreshToken);
    const again = await refreshByToken(server, refreshToken);
    expect(await whoAmI(server, again.accessToken)).toBe(username);
    expect((await refreshByToken(server, again.refreshToken)).refreshToken).toHaveLength(64);
  });

  test('ends the session for the thief and for the reader when an old token comes late', async () => {
    const { username, refreshToken } = await registerReader(server);
    const next = await refreshByToken(server, refreshToken);
    await passSeconds(username, 11);
    expect((await refresh(server, { refreshToken })).errors).toMatchObject(ended);
    expect((await refresh(server, { refreshToken: next.refreshToken })).errors).toMatchObject(ended);
    expect(await whoAmI(server, next.accessToken)).toBeNull();
  });

  test('ends the session when the token before the token before comes, however soon', async () => {
    const { refreshToken } = await registerReader(server);
    const second = await refreshByToken(server, refreshToken);
    const third = await refreshByToken(server, second.refreshToken);
    expect((await refresh(server, { refreshToken })).errors).toMatchObject(ended);
    expect((await refresh(server, { refreshToken: third.refreshToken })).errors).toMatchObject(ended);
  });

  test('lets one of two parallel renewals go on at least', async () => {
    const { username, refreshToken } = await registerReader(server);
    const both = await Promise.all([refreshByToken(server, refreshToken), refreshByToken(server, refreshToken)]);
    expect(new Set(both.map((tokens) => tokens.refreshToken)).size).toBe(2);
    for (const { accessToken } of both) expect(await whoAmI(server, accessToken)).toBe(username);
  });

  test('refuses a session past its last day', async () => {
    const { username, refreshToken } = await registerReader(server);
    await server.database.pool.query(
      `update session set created_at = now() - interval '31 days', expires_at = now() - interval '1 second'
       where user_id = (select id from "user" where username = $1)`,
      [username],
    );
    expect((await refresh(server, { refreshToken })).errors).toMatchObject(ended);
  });

  test.each(['', 'nonsense', 'A'.repeat(64), '!'.repeat(64), 'x'.repeat(50_000)])(
    'refuses %j as a token',
    async (refreshToken) => {
      expect((await refresh(server, { refreshToken })).errors).toMatchObject(ended);
    },
  );

  test('refuses when nothing was brought at all', async () => {
    expect((await refresh(server, {})).errors).toMatchObject(ended);
  });
});

describe('logout', () => {
  test('revokes the access token at once and the refresh token with it', async () => {
    const { username, accessToken, refreshToken } = await registerReader(server);
    expect(await whoAmI(server, accessToken)).toBe(username);
    await server.run(LogoutDocument, {}, { token: accessToken });
    expect(await whoAmI(server, accessToken)).toBeNull();
    expect((await refresh(server, { refreshToken })).errors).toMatchObject(ended);
  });

  test('counts within a second on every other server of the same database', async () => {
    const other = await startTestServer({ database: server.database });
    try {
      const { username, accessToken } = await registerReader(server);
      expect(await whoAmI(other, accessToken)).toBe(username);
      await server.run(LogoutDocument, {}, { token: accessToken });
      await expect.poll(() => whoAmI(other, accessToken), { timeout: 1500, interval: 50 }).toBeNull();
    } finally {
      await other.close();
    }
  });

  test('works by the refresh token alone, and ends only that session', async () => {
    const reader = await registerReader(server);
    const elsewhere = await logIn(server, reader.username, GOOD_PASSWORD);
    await server.run(LogoutDocument, { refreshToken: reader.refreshToken });
    expect(await whoAmI(server, reader.accessToken)).toBeNull();
    expect(await whoAmI(server, elsewhere.accessToken)).toBe(reader.username);
    expect((await refreshByToken(server, elsewhere.refreshToken)).refreshToken).toHaveLength(64);
  });

  test('is true also for nobody, and harms nobody', async () => {
    const { username, accessToken, refreshToken } = await registerReader(server);
    const forged = `${refreshToken.slice(0, 30)}${'A'.repeat(34)}`; // his session, not his secret
    for (const token of ['', 'nonsense', forged]) {
      expect(await server.run(LogoutDocument, { refreshToken: token })).toEqual({ logout: true });
    }
    expect(await server.run(LogoutDocument, {})).toEqual({ logout: true });
    expect(await whoAmI(server, accessToken)).toBe(username);
  });
});
