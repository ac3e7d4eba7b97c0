import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import type { AuthContext } from '#auth/auth-context.js';
import { assertPassword, assertUsername, normaliseUsername } from '#auth/credential-rules.js';
import type { Role } from '#auth/role.js';
import { UserEntity, type User } from '#auth/user.entity.js';
import { PublicError } from '#platform/errors.js';

/**
 * Adds a user after checking name and password.
 * @param em the unit of work of a transaction that does more than this
 * @throws PublicError BAD_USER_INPUT or USERNAME_TAKEN, with the field
 */
export async function createUser(
  context: Pick<AuthContext, 'database' | 'passwords'>,
  input: { username: string; password: string; role: Role },
  em: EntityManager = context.database.fork(),
): Promise<User> {
  const name = normaliseUsername(input.username);
  assertUsername(name);
  assertPassword(input.password);
  const passwordHash = await context.passwords.hash(input.password);

  const user = em.create(UserEntity, { id: uuid(), ...name, passwordHash, role: input.role, createdAt: new Date() });
  try {
    await em.flush(); // the unique key decides, not a look beforehand
  } catch (error) {
    if (error instanceof UniqueConstraintViolationException)
      throw new PublicError('USERNAME_TAKEN', { field: 'username' });
    throw error;
  }
  return user;
}
