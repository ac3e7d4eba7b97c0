import { randomBytes } from 'node:crypto';
import { UserEntity } from '#auth/user.entity.js';
import type { AuthContext } from '#auth/auth-context.js';
import { createStaffMember } from '#initial-data/create-staff-member.js';

/** Makes the first administrator of an embedded database, with a password that is shown once; undefined when there is one. */
export async function firstAdministrator(
  services: Pick<AuthContext, 'database' | 'passwords'>,
): Promise<{ username: string; password: string } | undefined> {
  if ((await services.database.fork().count(UserEntity, { role: 'ADMIN' })) > 0) return undefined;
  const password = randomBytes(12).toString('base64url');
  const { username } = await createStaffMember(services, { username: 'admin', password, role: 'ADMIN' }, 'npm start');
  return { username, password };
}
