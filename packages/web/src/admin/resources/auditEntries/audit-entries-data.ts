import { z } from 'zod';

import { sortOf, type StaffResource } from '#admin/data-provider/staff-resource.ts';
import { filterIds, filterText } from '#admin/data-provider/value-schemas.ts';
import {
  ExportAuditEntriesDocument,
  StaffAuditEntriesDocument,
  StaffAuditEntryDocument,
} from '#admin/generated/operations.ts';
import { AUDIT_OBJECT_TYPES } from '#admin/resources/auditEntries/audit-object.ts';

const SORTS = { at: 'AT' } as const;

const filters = z.object({
  search: filterText,
  ids: filterIds,
  actorId: filterText,
  action: filterText,
  objectType: z.enum(AUDIT_OBJECT_TYPES).optional().catch(undefined),
  objectId: filterText,
  from: filterText,
  to: filterText,
});

export const auditEntriesData: StaffResource = {
  async list(send, { sort, filter, ...page }) {
    const variables = { ...page, ...sortOf(SORTS, sort), filter: filters.parse(filter) };
    return (await send(StaffAuditEntriesDocument, variables)).auditEntries;
  },
  async one(send, id) {
    return (await send(StaffAuditEntryDocument, { id })).auditEntry;
  },
  async exportRows(send, filter) {
    return (await send(ExportAuditEntriesDocument, { filter: filters.parse(filter) })).exportAuditEntries;
  },
};
