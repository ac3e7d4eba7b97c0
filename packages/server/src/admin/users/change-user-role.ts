import { findForEdit } from '#admin/find-for-edit.js';
import type { StaffContext } from '#admin/staff-context.js';
import { clientId, readInput } from '#admin/staff-input.js';
import { staffWrite } from '#admin/staff-write.js';
import { getUser } from '#admin/users/find-users.js';
import { LOCK_ADMINS, lockAdmins } from '#admin/users/lock-admins.js';
import type { StaffUser } from '#admin/users/users.types.js';
import type { Role } from '#auth/role.js';
import { UserEntity } from '#auth/user.entity.js';
import { PublicError } from '#platform/errors.js';

/**
 * Gives a user another role, which counts from his next request on.
 * @throws PublicError NOT_FOUND, CONFLICT (STALE, OWN_ACCOUNT), FORBIDDEN
 */
export async function changeUserRole(
  context: StaffContext,
  input: { id: string; version: number; role: Role },
  lock = LOCK_ADMINS,
): Promise<StaffUser> {
  const id = readInput(clientId, input.id);
  await staffWrite(context, { action: 'user.changeRole' }, async ({ em }) => {
    const { actorId } = await lockAdmins(em, context, lock);
    if (id === actorId) {
      throw new PublicError('CONFLICT', {
        reason: 'OWN_ACCOUNT',
        message: 'Nobody changes his own role. Ask another administrator.',
      });
    }
    const user = await findForEdit(em, UserEntity, { id }, input.version);
    user.role = input.role;
  });
  return getUser(context, id);
}
