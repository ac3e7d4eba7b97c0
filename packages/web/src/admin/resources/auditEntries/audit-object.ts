import type { AuditObjectType } from '#admin/generated/operations.ts';

/** What an entry can be about, and the resource whose page shows it. */
const PAGES = {
  BOOK: 'books',
  COUPON: 'coupons',
  USER_COUPON: 'userCoupons',
  USER: 'users',
  COUPON_BATCH: 'couponBatches',
  RECURRING_DROP: 'recurringDrops',
  REHEARSAL: null,
  EXPORT: null,
  COVER: null,
  IMPORT: null,
} as const satisfies Readonly<Record<AuditObjectType, string | null>>;

export const AUDIT_OBJECT_TYPES = [
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
] as const satisfies readonly AuditObjectType[];

/** The resource of what an entry is about; null for what has no page of its own. */
export function pageOfObject(type: AuditObjectType): string | null {
  return PAGES[type];
}

/** A pass's code in groups of four, as everywhere; an export by what it is of; other things as they are called. */
export function objectLabel(
  type: AuditObjectType,
  label: string,
  translate: (key: string, options?: Record<string, unknown>) => string,
): string {
  switch (type) {
    case 'USER_COUPON':
      return label.replaceAll(/(.{4})(?=.)/g, '$1-');
    case 'EXPORT':
      return translate(`resources.${label}.name`, { smart_count: 2, _: label });
    case 'REHEARSAL':
      return translate(`auditObjects.${type}`);
    default:
      return label;
  }
}
