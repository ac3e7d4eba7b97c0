import { randomBytes } from 'node:crypto';
import { createUser } from '#auth/create-user.js';
import { UserEntity } from '#auth/user.entity.js';
import type { AuthContext } from '#auth/auth-context.js';

/** Makes the first administrator of an embedded database, with a password that is shown once; undefined when there is one. */
export async function firstAdministrator(
  services: Pick<AuthContext, 'database' | 'passwords'>,
): Promise<{ username: string; password: string } | undefined> {
  if ((await services.database.fork().count(UserEntity, { role: 'ADMIN' })) > 0) return undefined;
  const password = randomBytes(12).toString('base64url');
  const { username } = await createUser(services, { username: 'admin', password, role: 'ADMIN' });
  return { username, password };
}
