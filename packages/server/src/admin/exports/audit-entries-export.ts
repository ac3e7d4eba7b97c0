import { z } from 'zod';
import { auditEntryConditions, auditEntryList } from '#admin/audit-entries/audit-entry-list.js';
import type { AuditEntryFilter } from '#admin/audit-entries/audit-entries.types.js';
import { defineExport, moment, plain, type FilterFields } from '#admin/exports/export-list.js';
import { filterMoment, listFilterFields } from '#admin/exports/filter-fields.js';
import { auditObjectTypes } from '#audit/audit-entry.entity.js';
import { ADMINS } from '#auth/role.js';

const fields = {
  search: listFilterFields.search,
  ids: listFilterFields.ids,
  actorId: z.string().nullable().default(null),
  action: z.string().nullable().default(null),
  objectType: z.enum(auditObjectTypes).nullable().default(null),
  objectId: z.string().nullable().default(null),
  from: filterMoment,
  to: filterMoment,
} satisfies FilterFields<AuditEntryFilter>;

export const auditEntriesExport = defineExport<AuditEntryFilter>({
  name: 'auditEntries',
  label: { en: 'audit-log', ko: '작업기록' },
  roles: ADMINS,
  filter: z.strictObject(fields),
  from: auditEntryList.from,
  conditions: auditEntryConditions,
  order: [auditEntryList.sorts.AT, ...auditEntryList.key],
  columns: [
    ...plain({ id: 'e.id' }),
    ...moment('at', 'e.at'),
    ...plain({
      actorId: 'e.actor_id',
      actorName: 'e.actor_name',
      actorRole: 'e.actor_role',
      action: 'e.action',
      objectType: 'e.object_type',
      objectId: 'e.object_id',
      objectLabel: 'e.object_label',
      before: 'e.before::text',
      after: 'e.after::text',
      note: 'e.note',
    }),
  ],
});
