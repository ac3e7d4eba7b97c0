import { auditEntryConditions, auditEntryList } from '#admin/audit-entries/audit-entry-list.js';
import type { AuditEntryFilter, AuditEntrySort, AuditEntryType } from '#admin/audit-entries/audit-entries.types.js';
import type { Connection } from '#admin/lists/connection.types.js';
import { findPage, ONE_ROW, type Page } from '#admin/lists/find-page.js';
import type { StaffContext } from '#admin/staff-context.js';

/** A page of the log. @throws PublicError BAD_USER_INPUT */
export function findAuditEntries(
  { database }: Pick<StaffContext, 'database'>,
  page: Page,
  { sort, filter }: { sort: AuditEntrySort; filter?: AuditEntryFilter | null },
): Promise<Connection<AuditEntryType>> {
  return findPage(database.pool, auditEntryList, page, { sort, conditions: auditEntryConditions(filter) });
}

/** One entry; null when there is none. */
export async function findAuditEntry(
  context: Pick<StaffContext, 'database'>,
  id: string,
): Promise<AuditEntryType | null> {
  const { edges } = await findAuditEntries(context, ONE_ROW, { sort: 'AT', filter: { ids: [id] } });
  return edges[0]?.node ?? null;
}
