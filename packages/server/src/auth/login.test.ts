import { LoginDocument, MeDocument } from '@pagedrop/sdk';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { PublicError } from '#platform/errors.js';
import { buildUser } from '#testing/factories.js';
import { GOOD_PASSWORD, login, newUsername, registerReader } from '#testing/sessions.js';
import { startTestServer, type TestServer } from '#testing/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ trustProxy: true });
});
afterAll(() => server.close());

describe('login', () => {
  test('begins a session whose token says who asks', async () => {
    const { username, password } = await registerReader(server);
    const answer = await server.run(LoginDocument, { username, password });
    expect(answer.login).toMatchObject({ refreshToken: null, user: { username, role: 'READER' } });
    const { me } = await server.run(MeDocument, {}, { token: answer.login.accessToken });
    expect(me).toEqual(answer.login.user);
  });

  test('tells nobody whether the name or the password was wrong, and hashes for both', async () => {
    const { username } = await registerReader(server);
    const withoutPassword = await buildUser(server.database);
    const { rows } = await server.database.pool.query('select username from "user" where id = $1', [withoutPassword]);
    using verify = vi.spyOn(server.app.services.passwords, 'verify');

    const attempts = [
      username,
      newUsername(),
      String(rows[0]?.username),
      'no such name: <>\u0000',
      '',
      'x'.repeat(5000),
    ];
    for (const name of attempts) {
      const { status, data, errors } = await login(server, name, 'a wrong password');
      expect({ status, data, errors }).toEqual({
        status: 200,
        data: null,
        errors: [
          {
            message: 'Username or password is wrong.',
            extensions: { code: 'INVALID_CREDENTIALS' },
            path: ['login'],
            locations: [{ line: 1, column: 12 }],
          },
        ],
      });
    }
    expect(verify).toHaveBeenCalledTimes(attempts.length);
  });

  test('refuses a wrong password that fills the whole body like any other', async () => {
    const { username } = await registerReader(server);
    const { errors } = await login(server, username, 'p'.repeat(90_000));
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_CREDENTIALS' } }]);
  });
});

describe('the limit of log-ins', () => {
  const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
  const tooMany = [
    {
      message: 'Too many attempts. Try again in 15 min.',
      extensions: { code: 'TOO_MANY_REQUESTS', retryAfterMs: expect.any(Number) },
    },
  ];
  const wrong = [{ extensions: { code: 'INVALID_CREDENTIALS' } }];
  const guess = (username: string, times: number, address: (index: number) => string) =>
    Promise.all(
      Array.from({ length: times }, (_, index) => login(server, username, `guess ${index}`, from(address(index)))),
    );

  test('stops the guessing at one account, in parallel too, and says for how long', async () => {
    const { username, password } = await registerReader(server);
    for (const { errors } of await guess(username, 20, () => '10.1.0.1')) expect(errors).toMatchObject(wrong);

    const { errors = [] } = await login(server, username.toUpperCase(), password, from('10.1.0.1'));
    expect(errors).toMatchObject(tooMany);
    expect(errors[0]?.extensions?.['retryAfterMs']).toBeGreaterThan(14 * 60_000);
  });

  test('lets the reader in while a stranger guesses at his account from elsewhere', async () => {
    const { username, password } = await registerReader(server);
    await guess(username, 40, () => '10.5.0.1');
    expect((await login(server, username, password, from('10.5.0.2'))).errors).toBeUndefined();
  });

  test('takes the addresses of one IPv6 network for one', async () => {
    const { username, password } = await registerReader(server);
    await guess(username, 20, (index) => `2001:db8:0:1:${index}::1`);
    expect((await login(server, username, password, from('2001:db8:0:1:ffff::1'))).errors).toMatchObject(tooMany);
    expect((await login(server, username, password, from('2001:db8:0:2::1'))).errors).toBeUndefined();
  });

  test('does not count an attempt whose password nobody looked at', async () => {
    const { username, password } = await registerReader(server);
    {
      using _busy = vi.spyOn(server.app.services.passwords, 'verify').mockImplementation(() => {
        throw new PublicError('SERVICE_UNAVAILABLE');
      });
      for (const { errors } of await guess(username, 20, () => '10.6.0.1'))
        expect(errors).toMatchObject([{ extensions: { code: 'SERVICE_UNAVAILABLE' } }]);
    }
    expect((await login(server, username, password, from('10.6.0.1'))).errors).toBeUndefined();
  });

  test('forgives the reader whose right password comes before it', async () => {
    const { username, password } = await registerReader(server);
    for (let turn = 0; turn < 2; turn += 1) {
      for (const { errors } of await guess(username, 19, () => '10.2.0.1')) expect(errors).toMatchObject(wrong);
      expect((await login(server, username, password, from('10.2.0.1'))).errors).toBeUndefined();
    }
  });

  test('stops the guessing at many accounts from one address, and leaves every other address alone', async () => {
    const { username, password } = await registerReader(server);
    const guesses = await Promise.all(
      Array.from({ length: 100 }, () => login(server, newUsername(), GOOD_PASSWORD, from('10.3.0.1'))),
    );
    for (const { errors } of guesses) expect(errors).toMatchObject(wrong);
    expect((await login(server, username, password, from('10.3.0.1'))).errors).toMatchObject(tooMany);
    expect((await login(server, username, password, from('10.3.0.2'))).errors).toBeUndefined();
  });

  test('does not count who logs in with the right password', async () => {
    const { username, password } = await registerReader(server);
    for (let turn = 0; turn < 25; turn += 1) {
      expect((await login(server, username, password, from('10.4.0.1'))).errors).toBeUndefined();
    }
  });
});
