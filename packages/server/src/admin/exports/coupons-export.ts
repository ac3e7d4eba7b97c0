import { z } from 'zod';
import { couponConditions, couponList } from '#admin/coupons/coupon-list.js';
import { couponWindows, type CouponFilter } from '#admin/coupons/coupons.types.js';
import { defineExport, moment, plain, type FilterFields } from '#admin/exports/export-list.js';
import { filterMoment, listFilterFields } from '#admin/exports/filter-fields.js';
import { STAFF } from '#auth/role.js';
import { couponStatuses, couponVisibilities } from '#coupons/coupon.entity.js';

const id = z.string().nullable().default(null);

const fields = {
  ...listFilterFields,
  status: z.array(z.enum(couponStatuses)).nullable().default(null),
  visibility: z.array(z.enum(couponVisibilities)).nullable().default(null),
  window: z.enum(couponWindows).nullable().default(null),
  bookId: id,
  batchId: id,
  printed: z.boolean().nullable().default(null),
  recurringDropId: id,
  startsFrom: filterMoment,
  startsTo: filterMoment,
} satisfies FilterFields<CouponFilter>;

/** With `batchId` it is the file of a batch's numbers, for the printer. */
export const couponsExport = defineExport<CouponFilter>({
  name: 'coupons',
  label: { en: 'coupons', ko: '쿠폰' },
  roles: STAFF,
  filter: z.strictObject(fields),
  from: couponList.from,
  conditions: couponConditions,
  order: [couponList.sorts.CREATED_AT, ...couponList.key],
  columns: [
    ...plain({
      id: 'c.id',
      number: 'c.number',
      bookId: 'b.id',
      bookTitle: 'b.title',
      bookAuthor: 'b.author',
      status: 'c.status',
      visibility: 'c.visibility',
      totalQuantity: 'c.total_quantity',
      issuedQuantity: 'c.issued_quantity',
      quantity: 'c.quantity',
      returnedQuantity: 'c.returned_quantity',
    }),
    ...moment('startsAt', 'c.starts_at'),
    ...moment('endsAt', 'c.ends_at'),
    ...plain({ useWithinDays: 'c.use_within_days', readingDays: 'c.reading_days' }),
    ...moment('createdAt', 'c.created_at'),
    ...plain({ version: 'c.version', batchId: 'c.batch_id', recurringDropId: 'c.recurring_drop_id' }),
  ],
});
