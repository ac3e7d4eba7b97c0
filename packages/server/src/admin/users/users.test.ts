import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { buildCoupon, buildUser } from '#testing/factories.js';
import { GOOD_PASSWORD, login, newUsername, refresh, registerReader, whoAmI } from '#testing/sessions.js';
import { staffToken } from '#testing/staff.js';
import { startTestServer, type TestServer } from '#testing/test-server.js';

let server: TestServer;
let token: string;
beforeAll(async () => {
  server = await startTestServer();
  token = await staffToken(server, 'ADMIN');
});
afterAll(() => server.close());

const create =
  'mutation ($id: ID!, $input: UserInput!) { createUser(id: $id, input: $input) { id username role version canLogIn } }';
const changeRole =
  'mutation ($id: ID!, $version: Int!, $role: Role!) { changeUserRole(id: $id, version: $version, role: $role) { role version } }';
const reset =
  'mutation ($id: ID!, $version: Int!, $password: String!) { resetUserPassword(id: $id, version: $version, password: $password) { version sessionCount } }';
const endSessions = 'mutation ($ids: [ID!]!) { endUserSessions(ids: $ids) { id sessionCount } }';
const remove = 'mutation ($ids: [ID!]!) { deleteUsers(ids: $ids) }';

const ask = (query: string, variables: Record<string, unknown> = {}, as = token) =>
  server.graphql(query, { token: as, variables });
const refusal = async (query: string, variables: Record<string, unknown>) =>
  (await ask(query, variables)).errors?.[0]?.extensions;
const userIdOf = (accessToken: string) => server.app.services.accessTokens.verify(accessToken)?.userId ?? '';
const entries = async (objectId: string) =>
  (
    await server.database.pool.query(
      'select action, object_label, before::text, after::text from audit_entry where object_id = $1 order by at',
      [objectId],
    )
  ).rows;

describe('createUser', () => {
  test('asked twice with one id makes one user, who can log in, and an entry without his password', async () => {
    const id = uuid();
    const username = newUsername();
    const input = { username, password: GOOD_PASSWORD, role: 'SUPPORT' };
    for (const _ of [1, 2]) {
      expect((await ask(create, { id, input })).data).toEqual({
        createUser: { id, username, role: 'SUPPORT', version: 1, canLogIn: true },
      });
    }
    expect((await login(server, username, GOOD_PASSWORD)).errors).toBeUndefined();
    const written = await entries(id);
    expect(written).toMatchObject([{ action: 'user.create', object_label: username, before: null }]);
    expect(JSON.stringify(written)).not.toMatch(/argon2|password/i);
  });

  test('says everything that is wrong, and makes nothing', async () => {
    const id = uuid();
    expect(
      await refusal(create, { id, input: { username: 'a b', password: 'password', role: 'READER' } }),
    ).toMatchObject({
      code: 'BAD_USER_INPUT',
      problems: [
        { field: 'username', reason: 'USERNAME_CHARACTERS' },
        { field: 'password', reason: 'PASSWORD_COMMON' },
      ],
    });
    expect(await entries(id)).toEqual([]);
  });

  test('refuses a name that differs in case and width only', async () => {
    const { username } = await registerReader(server);
    const input = { username: username.toUpperCase().replace('R', 'Ｒ'), password: GOOD_PASSWORD, role: 'READER' };
    expect(await refusal(create, { id: uuid(), input })).toMatchObject({
      code: 'BAD_USER_INPUT',
      problems: [{ field: 'username', reason: 'USERNAME_TAKEN' }],
    });
  });
});

describe('changeUserRole', () => {
  test('counts on the next request, and the second of two editors is told', async () => {
    const promoted = await registerReader(server);
    const id = userIdOf(promoted.accessToken);
    const books = '{ books { count { value } } }';
    expect((await ask(books, {}, promoted.accessToken)).errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    expect((await ask(changeRole, { id, version: 1, role: 'OPERATOR' })).data).toEqual({
      changeUserRole: { role: 'OPERATOR', version: 2 },
    });
    expect((await ask(books, {}, promoted.accessToken)).errors).toBeUndefined();
    expect(await refusal(changeRole, { id, version: 1, role: 'ADMIN' })).toMatchObject({ reason: 'STALE', version: 2 });
    await ask(changeRole, { id, version: 2, role: 'READER' });
    expect((await ask(books, {}, promoted.accessToken)).errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    expect(await entries(id)).toMatchObject([
      { action: 'user.changeRole', before: '{"role": "READER"}', after: '{"role": "OPERATOR"}' },
      { action: 'user.changeRole', before: '{"role": "OPERATOR"}', after: '{"role": "READER"}' },
    ]);
  });

  test("refuses one's own", async () => {
    expect(await refusal(changeRole, { id: userIdOf(token), version: 1, role: 'READER' })).toMatchObject({
      code: 'CONFLICT',
      reason: 'OWN_ACCOUNT',
    });
  });
});

describe('resetUserPassword', () => {
  test('ends all sessions at once, lets only the new password in, and logs neither', async () => {
    const reader = await registerReader(server);
    const id = userIdOf(reader.accessToken);
    const password = 'quite another long sentence';
    expect((await ask(reset, { id, version: 1, password })).data).toEqual({
      resetUserPassword: { version: 2, sessionCount: 0 },
    });
    expect(await whoAmI(server, reader.accessToken)).toBeNull();
    expect((await refresh(server, reader)).errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect((await login(server, reader.username, GOOD_PASSWORD)).errors?.[0]?.extensions).toMatchObject({
      code: 'INVALID_CREDENTIALS',
    });
    expect((await login(server, reader.username, password)).errors).toBeUndefined();
    expect(await entries(id)).toMatchObject([
      { action: 'user.resetPassword', before: null, after: '{"sessionsEnded": 1}' },
    ]);
  });

  test('keeps out a log-in that proved the old password just before', async () => {
    const { username, accessToken } = await registerReader(server);
    const { passwords } = server.app.services;
    const verify = passwords.verify.bind(passwords);
    passwords.verify = async (...given) => {
      const isRight = await verify(...given);
      passwords.verify = verify;
      await ask(reset, { id: userIdOf(accessToken), version: 1, password: 'quite another long sentence' });
      return isRight;
    };
    expect((await login(server, username, GOOD_PASSWORD)).errors?.[0]?.extensions).toMatchObject({
      code: 'INVALID_CREDENTIALS',
    });
  });

  test('refuses a password that anybody would guess', async () => {
    const id = await buildUser(server.database);
    expect(await refusal(reset, { id, version: 1, password: 'password' })).toMatchObject({
      problems: [{ field: 'password', reason: 'PASSWORD_COMMON' }],
    });
  });
});

describe('endUserSessions', () => {
  test('logs out everywhere, also on another server, and once', async () => {
    const other = await startTestServer({ database: server.database });
    try {
      const reader = await registerReader(server);
      const id = userIdOf(reader.accessToken);
      expect(await whoAmI(other, reader.accessToken)).toBe(reader.username);
      for (const _ of [1, 2]) {
        expect((await ask(endSessions, { ids: [id] })).data).toEqual({ endUserSessions: [{ id, sessionCount: 0 }] });
      }
      expect(await whoAmI(server, reader.accessToken)).toBeNull();
      await expect.poll(() => whoAmI(other, reader.accessToken), { timeout: 5000 }).toBeNull();
      expect(await entries(id)).toMatchObject([{ action: 'user.endSessions', after: '{"sessionsEnded": 1}' }]);
    } finally {
      await other.close();
    }
  });
});

describe('deleteUsers', () => {
  test("makes his token nobody's, also on another server", async () => {
    const other = await startTestServer({ database: server.database });
    try {
      const { accessToken, username } = await registerReader(server);
      const id = userIdOf(accessToken);
      const mine = '{ myCoupons { id } }';
      expect(await whoAmI(other, accessToken)).toBe(username);
      for (const _ of [1, 2]) expect((await ask(remove, { ids: [id] })).data).toEqual({ deleteUsers: [id] });
      const nobody = { code: 'UNAUTHENTICATED' };
      expect((await ask(mine, {}, accessToken)).errors?.[0]?.extensions).toMatchObject(nobody);
      await expect
        .poll(async () => (await other.graphql(mine, { token: accessToken })).errors?.[0]?.extensions, {
          timeout: 5000,
        })
        .toMatchObject(nobody);
      expect(await entries(id)).toMatchObject([{ action: 'user.delete', object_label: username, after: null }]);
    } finally {
      await other.close();
    }
  });

  test('is refused for all when one of them holds a pass', async () => {
    const [free, holder] = [await buildUser(server.database), await buildUser(server.database)];
    const { number } = await buildCoupon(server.database);
    await ask(`mutation { downloadCoupon(couponNumber: "${number}") { __typename } }`, {}, server.tokenFor(holder));
    expect(await refusal(remove, { ids: [free, holder] })).toMatchObject({ code: 'CONFLICT', reason: 'IN_USE' });
    expect((await ask(`{ user(id: "${free}") { passCount } }`)).data).toEqual({ user: { passCount: 0 } });
    expect((await ask(`{ user(id: "${holder}") { passCount } }`)).data).toEqual({ user: { passCount: 1 } });
  });

  test('is refused for oneself', async () => {
    expect(await refusal(remove, { ids: [userIdOf(token)] })).toMatchObject({ reason: 'OWN_ACCOUNT' });
  });
});

const page = z.object({ users: z.object({ edges: z.array(z.object({ node: z.object({ username: z.string() }) })) }) });

describe('users', () => {
  const find = async (filter: object, sort = 'USERNAME') =>
    page
      .parse(
        (
          await ask(
            'query ($filter: UserFilter, $sort: UserSort!) { users(filter: $filter, sort: $sort, order: ASC) { edges { node { username } } } }',
            { filter, sort },
          )
        ).data,
      )
      .users.edges.map(({ node }) => node.username);

  test('are found by how their names begin, in any case and width, and by role', async () => {
    const mark = uuid().slice(-8);
    for (const [username, role] of [
      [`Zoe_${mark}-b`, 'SUPPORT'],
      [`zoe_${mark}-a`, 'READER'],
      [`not-zoe_${mark}`, 'READER'],
      [`zoex${mark}`, 'READER'],
    ]) {
      await ask(create, { id: uuid(), input: { username, password: GOOD_PASSWORD, role } });
    }
    expect(await find({ search: `ｚOE_${mark}` })).toEqual([`zoe_${mark}-a`, `Zoe_${mark}-b`]);
    expect(await find({ search: `zoe_${mark}`, role: ['SUPPORT', 'OPERATOR'] })).toEqual([`Zoe_${mark}-b`]);
  });

  test('count the places where they are logged in', async () => {
    const { username, accessToken } = await registerReader(server);
    await login(server, username, GOOD_PASSWORD);
    expect((await ask(`{ user(id: "${userIdOf(accessToken)}") { sessionCount } }`)).data).toEqual({
      user: { sessionCount: 2 },
    });
  });
});
