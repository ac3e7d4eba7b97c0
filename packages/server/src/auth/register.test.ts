import { MeDocument, RegisterDocument } from '@pagedrop/sdk';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { GOOD_PASSWORD, login, newUsername, register } from '#testing/sessions.js';
import { startTestServer, type TestServer } from '#testing/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const taken = [
  {
    message: 'This username is taken. Choose another one.',
    extensions: { code: 'USERNAME_TAKEN', field: 'username' },
  },
];
const refused = (field: string, reason: string) => [
  { message: expect.stringMatching(/^[A-Z].*\.$/), extensions: { code: 'BAD_USER_INPUT', field, reason } },
];

describe('register', () => {
  test('makes a reader and logs him in', async () => {
    const username = newUsername();
    const answer = await server.run(RegisterDocument, { username, password: GOOD_PASSWORD });
    const { accessToken, accessTokenExpiresAt, refreshToken, user } = answer.register;
    expect(user).toMatchObject({ username, role: 'READER' });
    expect(refreshToken).toBeNull();
    expect(Date.parse(accessTokenExpiresAt) - Date.now()).toBeGreaterThan(14 * 60_000);
    expect((await server.run(MeDocument, {}, { token: accessToken })).me).toEqual(user);
  });

  test('keeps a hash with the parameters of OWASP, never the password', async () => {
    const username = newUsername();
    await register(server, username, GOOD_PASSWORD);
    const { rows } = await server.database.pool.query('select * from "user" where username = $1', [username]);
    expect(rows).toMatchObject([
      { password_hash: expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/), role: 'READER' },
    ]);
    expect(JSON.stringify(rows)).not.toContain(GOOD_PASSWORD);
  });
});

describe('a username', () => {
  test.each(['abc', 'x'.repeat(30), '독자_하나', '小説の-読者', 'Ünïcode99', '𝔘𝔫𝔦'])('may be %j', async (username) => {
    const { data, errors } = await register(server, username, GOOD_PASSWORD);
    expect(errors).toBeUndefined();
    expect(data).toEqual({ register: { user: { username: username.normalize('NFKC') } } });
  });

  test('is shown without the spaces around it', async () => {
    const username = newUsername();
    const { data } = await register(server, `  ${username}\u00a0`, GOOD_PASSWORD);
    expect(data).toEqual({ register: { user: { username } } });
  });

  test.each([
    ['', 'USERNAME_LENGTH'],
    ['ab', 'USERNAME_LENGTH'],
    ['독자', 'USERNAME_LENGTH'],
    ['   ', 'USERNAME_LENGTH'],
    ['x'.repeat(31), 'USERNAME_LENGTH'],
    ['ﷺﷺ', 'USERNAME_LENGTH'], // one character each, 18 in NFKC
    ['with space', 'USERNAME_CHARACTERS'],
    ['a@example.com', 'USERNAME_CHARACTERS'],
    ['<script>', 'USERNAME_CHARACTERS'],
    ['reader👍', 'USERNAME_CHARACTERS'],
    ['zero\u200bwidth', 'USERNAME_CHARACTERS'],
    ['null\u0000byte', 'USERNAME_CHARACTERS'],
    ['right\u202eto-left', 'USERNAME_CHARACTERS'],
  ])('is refused as %j: %s', async (username, reason) => {
    const { data, errors } = await register(server, username, GOOD_PASSWORD);
    expect(data).toBeNull();
    expect(errors).toMatchObject(refused('username', reason));
  });

  test.each([
    ['in another case', 'Moonlight', 'mOONLIGHT'],
    ['in full width', 'starlight', 'Ｓｔａｒｌｉｇｈｔ'],
    ['composed otherwise', '한글이름', '한글이름'.normalize('NFD')],
    ['with spaces around it', 'daylight', ' daylight '],
  ])('is one with itself %s', async (_, first, second) => {
    expect((await register(server, first, GOOD_PASSWORD)).errors).toBeUndefined();
    expect((await register(server, second, GOOD_PASSWORD)).errors).toMatchObject(taken);
    expect((await login(server, second, GOOD_PASSWORD)).data).toEqual({ login: { user: { username: first } } });
  });

  test('goes to exactly one of those who want it at the same moment', async () => {
    const username = newUsername();
    const answers = await Promise.all(Array.from({ length: 6 }, () => register(server, username, GOOD_PASSWORD)));
    const losers = answers.filter(({ errors }) => errors);
    expect(losers).toHaveLength(5);
    for (const { errors } of losers) expect(errors).toMatchObject(taken);
    const { rowCount } = await server.database.pool.query('select from "user" where username = $1', [username]);
    expect(rowCount).toBe(1);
  });
});

describe('a password', () => {
  test.each([
    '8 chars!',
    '  spaces stay  ',
    'パスワードです、はい',
    '🌙🌙🌙🌙🌙🌙🌙🌙',
    'x9'.repeat(64),
    'null\u0000byte',
  ])('may be %j, and is taken exactly as typed', async (password) => {
    const username = newUsername();
    expect((await register(server, username, password)).errors).toBeUndefined();
    expect((await login(server, username, password)).errors).toBeUndefined();
    const almost = [` ${password}`, `${password} `, Array.from(password).slice(0, -1).join('')];
    for (const other of almost) {
      const { errors } = await login(server, username, other);
      expect(errors).toMatchObject([{ extensions: { code: 'INVALID_CREDENTIALS' } }]);
    }
  });

  test.each([
    ['', 'PASSWORD_LENGTH'],
    ['7 chars', 'PASSWORD_LENGTH'],
    ['🌙🌙🌙🌙🌙🌙🌙', 'PASSWORD_LENGTH'], // seven characters, though fourteen UTF-16 units
    ['x9'.repeat(65), 'PASSWORD_LENGTH'],
    ['password', 'PASSWORD_COMMON'],
    ['PassWord', 'PASSWORD_COMMON'],
    ['12345678', 'PASSWORD_COMMON'],
    ['qwertyuiop', 'PASSWORD_COMMON'],
  ])('is refused as %j: %s', async (password, reason) => {
    const { data, errors } = await register(server, newUsername(), password);
    expect(data).toBeNull();
    expect(errors).toMatchObject(refused('password', reason));
  });

  test('that fills the whole body is refused before anybody hashes it', async () => {
    using hash = vi.spyOn(server.app.services.passwords, 'hash');
    const { errors } = await register(server, newUsername(), 'p'.repeat(90_000));
    expect(errors).toMatchObject(refused('password', 'PASSWORD_LENGTH'));
    expect(hash).not.toHaveBeenCalled();
    const { status } = await register(server, newUsername(), 'p'.repeat(1_000_000));
    expect(status).toBe(413);
    expect(hash).not.toHaveBeenCalled();
  });
});
