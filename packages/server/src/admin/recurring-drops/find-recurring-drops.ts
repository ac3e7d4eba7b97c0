import type { Connection } from '#admin/lists/connection.types.js';
import { findPage, ONE_ROW, type Page } from '#admin/lists/find-page.js';
import { dropConditions, dropList } from '#admin/recurring-drops/drop-list.js';
import type { DropSort, RecurringDrop, RecurringDropFilter } from '#admin/recurring-drops/recurring-drops.types.js';
import type { StaffContext } from '#admin/staff-context.js';
import { PublicError } from '#platform/errors.js';

type Reader = Pick<StaffContext, 'database'>;

/** A page of recurring drops. @throws PublicError BAD_USER_INPUT */
export function findRecurringDrops(
  { database }: Reader,
  page: Page,
  { sort, filter }: { sort: DropSort; filter?: RecurringDropFilter | null },
): Promise<Connection<RecurringDrop>> {
  return findPage(database.pool, dropList, page, { sort, conditions: dropConditions(filter) });
}

/** One recurring drop; null when there is none. */
export async function findRecurringDrop(context: Reader, id: string): Promise<RecurringDrop | null> {
  const { edges } = await findRecurringDrops(context, ONE_ROW, { sort: 'CREATED_AT', filter: { ids: [id] } });
  return edges[0]?.node ?? null;
}

/** One that must be there. @throws PublicError NOT_FOUND */
export async function getRecurringDrop(context: Reader, id: string): Promise<RecurringDrop> {
  const drop = await findRecurringDrop(context, id);
  if (!drop) throw new PublicError('NOT_FOUND');
  return drop;
}
