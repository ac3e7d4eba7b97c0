import { v7 as uuid } from 'uuid';
import { AuditEntryEntity } from '#audit/audit-entry.entity.js';
import type { AuthContext } from '#auth/auth-context.js';
import { createUser } from '#auth/create-user.js';
import type { Role } from '#auth/role.js';
import type { User } from '#auth/user.entity.js';

/**
 * Adds somebody of the staff on behalf of a command, and says so in the audit log, in one transaction.
 * @param command what the log names: `npm run create-admin`
 * @throws PublicError BAD_USER_INPUT or USERNAME_TAKEN
 */
export function createStaffMember(
  context: Pick<AuthContext, 'database' | 'passwords'>,
  input: { username: string; password: string; role: Role },
  command: string,
): Promise<User> {
  return context.database.fork().transactional(async (em) => {
    const user = await createUser(context, input, em);
    const { id, username, role } = user;
    em.create(AuditEntryEntity, {
      id: uuid(),
      actorId: null,
      actorName: command,
      actorRole: null,
      action: 'user.create',
      objectType: 'USER',
      objectId: id,
      objectLabel: username,
      before: null,
      after: { username, role },
      note: null,
    });
    return user;
  });
}
