import type { StaffContext } from '#admin/staff-context.js';
import { clientIds, readInput } from '#admin/staff-input.js';
import { staffWrite } from '#admin/staff-write.js';
import { endSessionsOf } from '#admin/users/end-sessions-of.js';
import { findUsers } from '#admin/users/find-users.js';
import type { StaffUser } from '#admin/users/users.types.js';
import { UserEntity } from '#auth/user.entity.js';

/**
 * Logs users out everywhere; who is logged in nowhere stays so. Those that are gone are passed over.
 * @throws PublicError BAD_USER_INPUT
 */
export async function endUserSessions(context: StaffContext, input: { ids: readonly string[] }): Promise<StaffUser[]> {
  const ids = readInput(clientIds, input.ids);
  const ended = await staffWrite(context, { action: 'user.endSessions' }, async ({ em, record }) => {
    const users = await em.find(UserEntity, { id: { $in: ids } });
    const sessions = await endSessionsOf(em, ids);
    const perUser = Map.groupBy(sessions, ({ userId }) => userId);
    for (const { id, username } of users) {
      const sessionsEnded = perUser.get(id)?.length ?? 0;
      if (sessionsEnded === 0) continue;
      record({ objectType: 'USER', objectId: id, objectLabel: username, after: { sessionsEnded } });
    }
    return sessions;
  });
  for (const { id } of ended) context.revokedSessions.add(id);
  const { edges } = await findUsers(
    context,
    { first: ids.length, order: 'ASC' },
    { sort: 'CREATED_AT', filter: { ids } },
  );
  return edges.map(({ node }) => node);
}
