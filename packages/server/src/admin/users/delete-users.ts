import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { StaffContext } from '#admin/staff-context.js';
import { clientIds, readInput } from '#admin/staff-input.js';
import { staffWrite } from '#admin/staff-write.js';
import { LOCK_ADMINS, lockAdmins } from '#admin/users/lock-admins.js';
import { uuidArray } from '#admin/uuid-array.js';
import { UserEntity } from '#auth/user.entity.js';
import { PublicError } from '#platform/errors.js';

const names = z.array(z.object({ username: z.string() }));
const sessions = z.array(z.object({ id: z.string() }));

/**
 * Deletes users and their sessions, all or none. Those that are gone already count as deleted.
 * @throws PublicError CONFLICT (IN_USE, OWN_ACCOUNT), FORBIDDEN
 */
export async function deleteUsers(
  context: StaffContext,
  input: { ids: readonly string[] },
  lock = LOCK_ADMINS,
): Promise<string[]> {
  const ids = readInput(clientIds, input.ids);
  const ended = await staffWrite(context, { action: 'user.delete' }, async ({ em }) => {
    const { actorId } = await lockAdmins(em, context, lock);
    if (ids.includes(actorId)) {
      throw new PublicError('CONFLICT', {
        reason: 'OWN_ACCOUNT',
        message: 'Nobody deletes his own account. Ask another administrator.',
      });
    }
    const users = await em.find(
      UserEntity,
      { id: { $in: ids } },
      { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
    );
    await assertNoPassesOf(em, ids);
    const open = await rememberSessions(em, ids);
    for (const user of users) em.remove(user);
    return open;
  });
  for (const { id } of ended) context.revokedSessions.add(id);
  return ids;
}

async function assertNoPassesOf(em: EntityManager, ids: readonly string[]): Promise<void> {
  const holders = names.parse(
    await em.execute(
      `select username from "user" u where id = any(?::uuid[]) and exists (select from user_coupon where user_id = u.id)
       order by username_key limit 4`,
      [uuidArray(ids)],
    ),
  );
  if (holders.length === 0) return;
  const named = holders.slice(0, 3).map(({ username }) => username);
  throw new PublicError('CONFLICT', {
    reason: 'IN_USE',
    message: `Passes were issued to ${named.join(', ')}${holders.length > 3 ? ' and others' : ''}, and a pass is never deleted: nobody was. End their sessions or reset the password instead.`,
  });
}

/** The rows go with the user; every process must still know that their access tokens are good for nothing. */
async function rememberSessions(em: EntityManager, ids: readonly string[]): Promise<readonly { id: string }[]> {
  await em.execute(`delete from deleted_session where deleted_at < now() - interval '1 day'`);
  return sessions.parse(
    await em.execute(
      `insert into deleted_session (id) select id from session where user_id = any(?::uuid[]) returning id`,
      [uuidArray(ids)],
    ),
  );
}
