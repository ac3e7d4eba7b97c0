import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { roles } from '#auth/role.js';

/** What an entry can be about. */
export const auditObjectTypes = [
  'BOOK',
  'COUPON',
  'USER_COUPON',
  'USER',
  'COUPON_BATCH',
  'RECURRING_DROP',
  'REHEARSAL',
  'EXPORT',
  'COVER',
  'IMPORT',
] as const;
export type AuditObjectType = (typeof auditObjectTypes)[number];

/** What somebody did to something, written in the transaction that did it. The database lets nobody change it. */
export const AuditEntryEntity = defineEntity({
  name: 'AuditEntry',
  tableName: 'audit_entry',
  properties: {
    id: p.uuid().primary(),
    at: p.datetime().defaultRaw('clock_timestamp()'),
    /** Null: a command or the server itself. No foreign key: the entry outlives the account. */
    actorId: p.uuid().nullable(),
    actorName: p.text(),
    actorRole: p.enum(roles).nullable(),
    /** Object and verb: `coupon.pause`. */
    action: p.text(),
    objectType: p.enum(auditObjectTypes),
    objectId: p.text(),
    /** What people call it: a title, a number, a name; as it was then. */
    objectLabel: p.text(),
    /** Only what changed; null for something new. */
    before: p.json().nullable(),
    /** Only what changed; null for something deleted. */
    after: p.json().nullable(),
    /** The reason that was given. */
    note: p.text().nullable(),
  },
});

export type AuditEntry = InferEntity<typeof AuditEntryEntity>;
