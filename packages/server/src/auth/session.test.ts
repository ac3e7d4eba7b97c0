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

  test('gives the same new token again, when the answer with it was lost', async () => {
    const { username, refreshToken } = await registerReader(server);
    const lost = await refreshByToken(server, refreshToken);
    await passSeconds(username, 55); // longer than a client waits for an answer, and than it takes to ask again
    const again = await refreshByToken(server, refreshToken);
    expect(again.refreshToken).toBe(lost.refreshToken);
    expect(await whoAmI(server, again.accessToken)).toBe(username);
    expect((await refreshByToken(server, again.refreshToken)).refreshToken).toHaveLength(64);
  });

  test('ends the session for the thief and for the reader when an old token comes late', async () => {
    const { username, refreshToken } = await registerReader(server);
    const next = await refreshByToken(server, refreshToken);
    await passSeconds(username, 61);
    expect((await refresh(server, { refreshToken })).errors).toMatchObject(ended);
    expect((await refresh(server, { refreshToken: next.refreshToken })).errors).toMatchObject(ended);
    expect(await whoAmI(server, next.accessToken)).toBeNull();
  });

  test('ends the session when the token before the token before comes, however soon', async () => {
    const { username, refreshToken } = await registerReader(server);
    const second = await refreshByToken(server, refreshToken);
    await passSeconds(username, 61);
    const third = await refreshByToken(server, second.refreshToken);
    expect(third.refreshToken).not.toBe(second.refreshToken);
    expect((await refresh(server, { refreshToken })).errors).toMatchObject(ended);
    expect((await refresh(server, { refreshToken: third.refreshToken })).errors).toMatchObject(ended);
  });

  test('gives parallel renewals one new token, and all of them go on', async () => {
    const { username, refreshToken } = await registerReader(server);
    const all = await Promise.all(Array.from({ length: 5 }, () => refreshByToken(server, refreshToken)));
    const [successor = '', ...others] = new Set(all.map((tokens) => tokens.refreshToken));
    expect(others).toEqual([]);
    expect(successor).not.toBe(refreshToken);
    await passSeconds(username, 61);
    const next = await Promise.all(all.map((tokens) => refreshByToken(server, tokens.refreshToken)));
    for (const { accessToken } of [...all, ...next]) expect(await whoAmI(server, accessToken)).toBe(username);
  });

  test('keeps every token good for a minute after it was replaced, however often one side renews', async () => {
    const { username, refreshToken } = await registerReader(server);
    let newest = refreshToken;
    for (let reload = 0; reload < 4; reload += 1) newest = (await refreshByToken(server, newest)).refreshToken;
    const slow = await refreshByToken(server, refreshToken);
    expect(await whoAmI(server, slow.accessToken)).toBe(username);
    expect((await refreshByToken(server, slow.refreshToken)).refreshToken).toBe(newest);
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

  test.each([5, 3600])('works by a token that was replaced %d s ago', async (seconds) => {
    const { username, refreshToken } = await registerReader(server);
    const next = await refreshByToken(server, refreshToken);
    await passSeconds(username, seconds);
    await server.run(LogoutDocument, { refreshToken });
    expect(await whoAmI(server, next.accessToken)).toBeNull();
    expect((await refresh(server, { refreshToken: next.refreshToken })).errors).toMatchObject(ended);
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

describe('a session that is over', () => {
  const sessionsOf = async (username: string) => {
    const { rows } = await server.database.pool.query<{ id: string }>(
      'select s.id from session s join "user" u on u.id = s.user_id where username = $1',
      [username],
    );
    return rows.length;
  };
  const over = async (username: string, column: 'expires_at' | 'revoked_at', days: number) => {
    await server.database.pool.query(
      `update session set created_at = now() - interval '100 days', ${column} = now() - make_interval(days => $2)
       where user_id = (select id from "user" where username = $1)`,
      [username, days],
    );
  };

  test.each(['expires_at', 'revoked_at'] as const)(
    'for 30 days by %s is gone when its reader comes back',
    async (column) => {
      const [reader, neighbour] = [await registerReader(server), await registerReader(server)];
      for (const { username } of [reader, neighbour]) await over(username, column, 31);
      await logIn(server, reader.username, GOOD_PASSWORD);
      expect(await sessionsOf(reader.username)).toBe(1);
      expect(await sessionsOf(neighbour.username)).toBe(1); // his log-in, not everybody's, pays for his rows
      await over(reader.username, column, 29);
      await logIn(server, reader.username, GOOD_PASSWORD);
      expect(await sessionsOf(reader.username)).toBe(2);
    },
  );
});
