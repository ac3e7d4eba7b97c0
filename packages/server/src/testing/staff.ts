import { v7 as uuid } from 'uuid';
import type { Role } from '#auth/role.js';
import { buildUser } from '#testing/factories.js';
import type { TestServer } from '#testing/test-server.js';

/** An access token of a user with this role. */
export async function staffToken({ app, database }: TestServer, role: Role): Promise<string> {
  const userId = await buildUser(database);
  await database.pool.query('update "user" set role = $2 where id = $1', [userId, role]);
  return app.services.accessTokens.sign({ userId, sessionId: uuid(), role }).accessToken;
}
