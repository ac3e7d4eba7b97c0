import { v7 as uuid } from 'uuid';
import type { StaffContext } from '#admin/staff-context.js';
import type { Role } from '#auth/role.js';
import { createHotContext } from '#context.js';
import { buildUser } from '#testing/factories.js';
import type { TestServer } from '#testing/test-server.js';

/** An access token of a user with this role. */
export async function staffToken({ app, database }: TestServer, role: Role): Promise<string> {
  const userId = await buildUser(database);
  await database.pool.query('update "user" set role = $2 where id = $1', [userId, role]);
  return app.services.accessTokens.sign({ userId, sessionId: uuid(), role }).accessToken;
}

/** What a command gets when the holder of this token asks: for tests that call one with its guard taken away. */
export function staffContext({ app }: TestServer, token: string): StaffContext {
  return {
    ...createHotContext(app.services, { headers: { authorization: `Bearer ${token}` } }),
    address: '127.0.0.1',
    refreshCookie: { read: () => undefined, write: () => undefined, clear: () => undefined },
  };
}
