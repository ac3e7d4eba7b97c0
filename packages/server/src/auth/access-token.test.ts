import { MeDocument } from '@pagedrop/sdk';
import jwt from 'jsonwebtoken';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildUser } from '#testing/factories.js';
import { registerReader } from '#testing/sessions.js';
import { startTestServer, TEST_JWT_SECRET, type TestServer } from '#testing/test-server.js';

let server: TestServer;
let userId: string;
beforeAll(async () => {
  server = await startTestServer();
  userId = await buildUser(server.database);
});
afterAll(() => server.close());

const claims = () => ({ sub: userId, sid: uuid(), role: 'READER', iss: 'pagedrop', aud: 'pagedrop' });
const sign = (payload: object, secret = TEST_JWT_SECRET, algorithm: jwt.Algorithm = 'HS256') =>
  jwt.sign({ exp: Math.floor(Date.now() / 1000) + 900, ...payload }, secret, { algorithm });

async function viewer(authorization: string): Promise<unknown> {
  return (await server.run(MeDocument, {}, { headers: { authorization } })).me?.id;
}

describe('an access token', () => {
  test('of ours is taken, whatever the case of the word Bearer', async () => {
    expect(await viewer(`Bearer ${sign(claims())}`)).toBe(userId);
    expect(await viewer(`bearer  ${sign(claims())}`)).toBe(userId);
  });

  const forgeries: Record<string, () => string> = {
    expired: () => sign({ ...claims(), exp: Math.floor(Date.now() / 1000) - 1 }),
    'signed with another secret': () => sign(claims(), 'another secret that is long enough too'),
    'of another issuer': () => sign({ ...claims(), iss: 'elsewhere' }),
    'for another audience': () => sign({ ...claims(), aud: 'elsewhere' }),
    'not signed (alg none)': () => jwt.sign(claims(), null, { algorithm: 'none' }),
    'signed with our secret by another algorithm': () => sign(claims(), TEST_JWT_SECRET, 'HS512'),
    'without a session': () => sign({ ...claims(), sid: undefined }),
    'of a role that we do not have': () => sign({ ...claims(), role: 'ROOT' }),
    'with its payload exchanged': () => {
      const [head, , signature] = sign(claims()).split('.');
      const payload = Buffer.from(JSON.stringify({ ...claims(), role: 'ADMIN' })).toString('base64url');
      return `${head}.${payload}.${signature}`;
    },
    'that is none': () => 'nonsense',
  };

  test.each(Object.keys(forgeries))(
    '%s is nobody for me, and UNAUTHENTICATED where somebody is needed',
    async (kind) => {
      const token = forgeries[kind]?.() ?? '';
      expect(await server.run(MeDocument, {}, { token })).toEqual({ me: null });
      const { data, errors } = await server.graphql('{ myCoupons { id } }', { token });
      expect(data).toBeNull();
      expect(errors).toMatchObject([
        {
          message: 'Log in first: the access token is missing, invalid or expired.',
          extensions: { code: 'UNAUTHENTICATED' },
          path: ['myCoupons'],
        },
      ]);
    },
  );

  test('of an account that is gone is nobody', async () => {
    const { username, accessToken } = await registerReader(server);
    await server.database.pool.query('delete from "user" where username = $1', [username]);
    expect(await server.run(MeDocument, {}, { token: accessToken })).toEqual({ me: null });
  });
});
