import { z } from 'zod';
import type { AuditEntryFilter, AuditEntrySort } from '#admin/audit-entries/audit-entries.types.js';
import { amongIds, typed, within } from '#admin/lists/list-filters.js';
import { likeText, when, type Condition, type List } from '#admin/lists/list.js';
import { auditObjectTypes } from '#audit/audit-entry.entity.js';
import { roles } from '#auth/role.js';
import { instant } from '#coupons/coupon-rows.js';
import { normaliseCode } from '#coupons/pass-code.js';

export const auditEntryRow = z.object({
  id: z.string(),
  at: instant,
  actorId: z.string().nullable(),
  actorName: z.string(),
  actorRole: z.enum(roles).nullable(),
  action: z.string(),
  objectType: z.enum(auditObjectTypes),
  objectId: z.string(),
  objectLabel: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  note: z.string().nullable(),
});

export const auditEntryList: List<AuditEntrySort, z.infer<typeof auditEntryRow>> = {
  from: 'audit_entry e',
  columns: `
    e.id, e.at, e.actor_id as "actorId", e.actor_name as "actorName", e.actor_role as "actorRole", e.action,
    e.object_type as "objectType", e.object_id as "objectId", e.object_label as "objectLabel", e.before, e.after, e.note`,
  row: auditEntryRow,
  sorts: { AT: { column: 'e.at', type: 'timestamptz' } },
  key: [{ column: 'e.id', type: 'uuid' }],
};

export function auditEntryConditions(filter: AuditEntryFilter | null | undefined): readonly Condition[] {
  return [
    ...when(typed(filter?.search), (text, place) => labelled(text, place)),
    ...amongIds('e.id', filter?.ids),
    ...amongIds('e.actor_id', filter?.actorId ? [filter.actorId] : undefined),
    ...when(filter?.action, (action, place) => `e.action = ${place(stored(action))}`),
    ...when(filter?.objectType, (type, place) => `e.object_type = ${place(type)}`),
    ...when(filter?.objectId, (id, place) => `e.object_id = ${place(stored(id))}`),
    ...within('e.at', filter?.from, filter?.to),
  ];
}

/** From the beginning, because the log only grows and an index answers no other question about a text. */
function labelled(text: string, place: (value: unknown) => string): string {
  const begins = (label: string) => `lower(e.object_label) like lower(${place(`${likeText(label)}%`)})`;
  const code = normaliseCode(text); // a pass is called by its code, which people write in groups
  return [begins(text), ...(code ? [`e.object_label = ${place(code)}`] : []), `e.object_id = ${place(text)}`].join(
    ' or ',
  );
}

/** PostgreSQL takes no null byte, and has stored none. */
const stored = (text: string) => text.replaceAll('\0', '');
