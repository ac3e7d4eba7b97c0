import { findForEdit } from '#admin/find-for-edit.js';
import type { StaffContext } from '#admin/staff-context.js';
import { clientId, readInput } from '#admin/staff-input.js';
import { staffWrite } from '#admin/staff-write.js';
import { endSessionsOf } from '#admin/users/end-sessions-of.js';
import { getUser } from '#admin/users/find-users.js';
import type { StaffUser } from '#admin/users/users.types.js';
import { assertPassword } from '#auth/credential-rules.js';
import { UserEntity } from '#auth/user.entity.js';

/**
 * Gives a user a new password and logs him out everywhere. The log tells that it was done, never what it is.
 * @throws PublicError BAD_USER_INPUT, NOT_FOUND, CONFLICT (STALE), SERVICE_UNAVAILABLE
 */
export async function resetUserPassword(
  context: StaffContext,
  input: { id: string; version: number; password: string },
): Promise<StaffUser> {
  const id = readInput(clientId, input.id);
  assertPassword(input.password);
  const passwordHash = await context.passwords.hash(input.password);
  const ended = await staffWrite(context, { action: 'user.resetPassword' }, async ({ em, record }) => {
    const { username } = await findForEdit(em, UserEntity, { id }, input.version);
    // Bare, so that the log gets one entry, and this hash has no way into it.
    await em.execute('update "user" set password_hash = ?, version = version + 1 where id = ?', [passwordHash, id]);
    const sessions = await endSessionsOf(em, [id]);
    record({ objectType: 'USER', objectId: id, objectLabel: username, after: { sessionsEnded: sessions.length } });
    return sessions;
  });
  for (const session of ended) context.revokedSessions.add(session.id);
  return getUser(context, id);
}
