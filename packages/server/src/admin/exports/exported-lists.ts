import { auditEntriesExport } from '#admin/exports/audit-entries-export.js';
import { booksExport } from '#admin/exports/books-export.js';
import { couponsExport } from '#admin/exports/coupons-export.js';
import type { ExportList } from '#admin/exports/export-list.js';
import { userCouponsExport } from '#admin/exports/user-coupons-export.js';
import { usersExport } from '#admin/exports/users-export.js';

const lists: readonly ExportList[] = [booksExport, couponsExport, userCouponsExport, usersExport, auditEntriesExport];

/** The list that a ticket names; undefined when another version of this server wrote it. */
export function exportedList(name: string): ExportList | undefined {
  return lists.find((list) => list.name === name);
}
