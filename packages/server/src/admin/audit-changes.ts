import { ChangeSetType, type ChangeSet } from '@mikro-orm/core';
import type { AuditObjectType } from '#audit/audit-entry.entity.js';
import type { AuditRecord } from '#audit/record-entry.js';

interface Audited {
  readonly objectType: AuditObjectType;
  /** The property that people call it by. */
  readonly label: string;
}

/** Entities whose changes the log tells of; what is not here is told by its command. */
const audited: Readonly<Record<string, Audited>> = {
  Book: { objectType: 'BOOK', label: 'title' },
  Coupon: { objectType: 'COUPON', label: 'number' },
  UserCoupon: { objectType: 'USER_COUPON', label: 'code' },
  User: { objectType: 'USER', label: 'username' },
  CouponBatch: { objectType: 'COUPON_BATCH', label: 'pattern' },
  RecurringDrop: { objectType: 'RECURRING_DROP', label: 'numberPattern' },
};

/** What nobody shall read in a log, and what would only repeat the rest. */
const HIDDEN = new Set(['passwordHash', 'usernameKey', 'version', 'isUsed', 'quantity', 'serial']);

interface Means {
  readonly action: string;
  readonly couponChanged: (number: string) => void;
  /** A row's values, as the database has them. */
  readonly valuesOf: (entity: object) => object;
}

/** The entry that one change of a row asks for; undefined for rows that the log does not tell of. */
export function auditChanges(
  change: ChangeSet<object>,
  { action, couponChanged, valuesOf }: Means,
): AuditRecord | undefined {
  const about = audited[change.meta.className];
  if (!about) return undefined;
  const now = new Map(Object.entries(change.entity));
  const label = String(now.get(about.label));
  if (about.objectType === 'COUPON') couponChanged(label);

  const isGone = change.type === ChangeSetType.DELETE || change.type === ChangeSetType.DELETE_EARLY;
  const before = isGone ? valuesOf(change.entity) : (change.originalEntity ?? {});
  const after = change.payload;
  const isNew = change.type === ChangeSetType.CREATE;
  return {
    action,
    objectType: about.objectType,
    objectId: change.getSerializedPrimaryKey()?.replaceAll('~~~', ':') ?? '',
    objectLabel: label,
    before: isNew ? null : visible(before, isGone ? Object.keys(before) : Object.keys(after)),
    after: isGone ? null : visible(after, Object.keys(after)),
  };
}

function visible(values: object, keys: readonly string[]): Record<string, unknown> {
  const shown = new Set(keys.filter((key) => !HIDDEN.has(key)));
  return Object.fromEntries(Object.entries(values).filter(([key]) => shown.has(key)));
}
