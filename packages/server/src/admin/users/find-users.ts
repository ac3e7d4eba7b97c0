import type { Connection } from '#admin/lists/connection.types.js';
import { findPage, ONE_ROW, type Page } from '#admin/lists/find-page.js';
import type { StaffContext } from '#admin/staff-context.js';
import { userConditions, userList } from '#admin/users/user-list.js';
import type { StaffUser, UserFilter, UserSort } from '#admin/users/users.types.js';
import { PublicError } from '#platform/errors.js';

/** A page of users. @throws PublicError BAD_USER_INPUT */
export function findUsers(
  { database }: Pick<StaffContext, 'database'>,
  page: Page,
  { sort, filter }: { sort: UserSort; filter?: UserFilter | null },
): Promise<Connection<StaffUser>> {
  return findPage(database.pool, userList, page, { sort, conditions: userConditions(filter) });
}

/** One user; null when there is none. */
export async function findUser(context: Pick<StaffContext, 'database'>, id: string): Promise<StaffUser | null> {
  const { edges } = await findUsers(context, ONE_ROW, { sort: 'CREATED_AT', filter: { ids: [id] } });
  return edges[0]?.node ?? null;
}

/** One user. @throws PublicError NOT_FOUND */
export async function getUser(context: Pick<StaffContext, 'database'>, id: string): Promise<StaffUser> {
  const user = await findUser(context, id);
  if (!user) throw new PublicError('NOT_FOUND');
  return user;
}
