import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { createOnce } from '#admin/create-once.js';
import type { StaffContext } from '#admin/staff-context.js';
import { badInput, clientId, readInput } from '#admin/staff-input.js';
import { getUser } from '#admin/users/find-users.js';
import type { StaffUser, UserInput } from '#admin/users/users.types.js';
import { normaliseUsername, passwordProblem, usernameProblem } from '#auth/credential-rules.js';
import { UserEntity } from '#auth/user.entity.js';

const TAKEN = { field: 'username', reason: 'USERNAME_TAKEN', message: 'This username is taken. Choose another one.' };

/**
 * Adds a user under the client's id, with the rules of a registration; asked again with the same, it answers the
 * same user.
 * @throws PublicError BAD_USER_INPUT, or CONFLICT when the id is somebody else's
 */
export async function createUser(context: StaffContext, input: { id: string; input: UserInput }): Promise<StaffUser> {
  const id = readInput(clientId, input.id);
  const { role, password } = input.input;
  const name = normaliseUsername(input.input.username.slice(0, 100));
  const problems = [usernameProblem(name), passwordProblem(password)].filter((problem) => problem !== undefined);
  if (problems.length > 0) throw badInput(problems);

  const passwordHash = await context.passwords.hash(password);
  try {
    await createOnce(context, { action: 'user.create', id }, ({ em }) => {
      em.persist(em.create(UserEntity, { id, ...name, passwordHash, role, createdAt: new Date() }));
    });
  } catch (error) {
    throw error instanceof UniqueConstraintViolationException ? badInput([TAKEN]) : error;
  }
  return getUser(context, id);
}
