import { randomBytes } from 'node:crypto';
import { LoginDocument, RegisterDocument } from '@pagedrop/sdk';
import { z } from 'zod';
import type { Answer, RequestOptions, TestServer } from '#testing/test-server.js';

/** A password that passes every rule. */
export const GOOD_PASSWORD = 'correct horse battery staple';

/** A name that nobody has yet. */
export function newUsername(): string {
  return `reader-${randomBytes(5).toString('hex')}`;
}

type Server = Pick<TestServer, 'graphql' | 'run'>;

/** A reader who has just registered, as a client that keeps its refresh token itself. */
export async function registerReader(server: Server) {
  const username = newUsername();
  const { register } = await server.run(RegisterDocument, {
    username,
    password: GOOD_PASSWORD,
    returnRefreshToken: true,
  });
  return { username, password: GOOD_PASSWORD, ...tokensOf(register) };
}

/** Logs in as a client that keeps its refresh token itself. */
export async function logIn(server: Server, username: string, password: string, options?: RequestOptions) {
  return tokensOf((await server.run(LoginDocument, { username, password, returnRefreshToken: true }, options)).login);
}

function tokensOf(payload: { accessToken: string; refreshToken: string | null }) {
  if (payload.refreshToken === null) throw new Error('a refresh token was asked for and not given');
  return { accessToken: payload.accessToken, refreshToken: payload.refreshToken };
}

/** Asks for `register`; the answer, whatever it is. */
export function register(server: Server, username: string, password: string, options?: RequestOptions) {
  return server.graphql(`mutation { register(${credentials(username, password)}) { user { username } } }`, options);
}

/** Asks for `login`; the answer, whatever it is. */
export function login(server: Server, username: string, password: string, options?: RequestOptions) {
  return server.graphql(`mutation { login(${credentials(username, password)}) { user { username } } }`, options);
}

/** A JSON string is a GraphQL string too. */
function credentials(username: string, password: string): string {
  return `username: ${JSON.stringify(username)}, password: ${JSON.stringify(password)}`;
}

/** Asks to renew a session by cookie or by token; the answer, whatever it is. */
export function refresh(server: Server, given: { cookie?: string; refreshToken?: string }) {
  const { cookie, refreshToken } = given;
  const argument = refreshToken === undefined ? '' : `(refreshToken: ${JSON.stringify(refreshToken)})`;
  return server.graphql(
    `mutation { refreshSession${argument} { accessToken refreshToken user { username } } }`,
    cookie === undefined ? {} : { cookie },
  );
}

const renewed = z.object({ refreshSession: z.object({ accessToken: z.string(), refreshToken: z.string() }) });

/** The tokens of a renewal by token; throws when it was refused. */
export async function refreshByToken(server: Server, refreshToken: string) {
  return renewed.parse((await refresh(server, { refreshToken })).data).refreshSession;
}

const me = z.object({ me: z.object({ username: z.string() }).nullable() });

/** The username that `me` answers to this token; null for nobody. */
export async function whoAmI(server: Server, token: string): Promise<string | null> {
  const { data } = await server.graphql('{ me { username } }', { token });
  return me.parse(data).me?.username ?? null;
}

/** The refresh cookie of an answer, as `name=value` for the next request, and its attributes. */
export function refreshCookie({ headers }: Answer<unknown>): { pair: string; attributes: string[] } {
  const [cookie = ''] = headers.getSetCookie();
  const [pair = '', ...attributes] = cookie.split('; ');
  return { pair, attributes };
}
