import { z } from 'zod';
import { bookColumns, bookRow } from '#admin/books/book-list.js';
import type { CouponFilter, CouponSort } from '#admin/coupons/coupons.types.js';
import { amongIds, typed, within } from '#admin/lists/list-filters.js';
import { likeText, when, type Condition, type List } from '#admin/lists/list.js';
import { couponStatuses, couponVisibilities } from '#coupons/coupon.entity.js';
import { REHEARSAL_PREFIX } from '#coupons/coupon-number.js';
import { instant } from '#coupons/coupon-rows.js';

export const staffCouponRow = z.object({
  id: z.string(),
  number: z.string(),
  totalQuantity: z.int(),
  issuedQuantity: z.int(),
  quantity: z.int(),
  returnedQuantity: z.int(),
  status: z.enum(couponStatuses),
  visibility: z.enum(couponVisibilities),
  startsAt: instant,
  endsAt: instant,
  useWithinDays: z.int(),
  readingDays: z.int(),
  createdAt: instant,
  version: z.int(),
  batchId: z.string().nullable(),
  recurringDropId: z.string().nullable(),
  book: bookRow,
});
export type StaffCouponRow = z.infer<typeof staffCouponRow>;

/** The columns of `staffCouponRow`, for `from coupon c join book b on b.id = c.book_id`. */
export const staffCouponColumns = `
  c.id, c.number, c.total_quantity as "totalQuantity", c.issued_quantity as "issuedQuantity", c.quantity,
  c.returned_quantity as "returnedQuantity", c.status, c.visibility, c.starts_at as "startsAt", c.ends_at as "endsAt",
  c.use_within_days as "useWithinDays", c.reading_days as "readingDays", c.created_at as "createdAt", c.version,
  c.batch_id as "batchId", c.recurring_drop_id as "recurringDropId",
  (select to_json(the_book) from (select ${bookColumns}) as the_book) as book`;

export const couponList: List<CouponSort, StaffCouponRow> = {
  from: 'coupon c join book b on b.id = c.book_id',
  columns: staffCouponColumns,
  row: staffCouponRow,
  sorts: {
    CREATED_AT: { column: 'c.created_at', type: 'timestamptz' },
    STARTS_AT: { column: 'c.starts_at', type: 'timestamptz' },
    ENDS_AT: { column: 'c.ends_at', type: 'timestamptz' },
    NUMBER: { column: 'c.number', type: 'text' },
    TOTAL_QUANTITY: { column: 'c.total_quantity', type: 'integer' },
    ISSUED_QUANTITY: { column: 'c.issued_quantity', type: 'integer' },
  },
  key: [{ column: 'c.id', type: 'uuid' }],
};

/** A rehearsal's coupon comes and goes with it; nobody manages it. */
const NO_REHEARSAL: Condition = () => `c.number not like '${REHEARSAL_PREFIX}%'`;

const WINDOWS = {
  UPCOMING: 'c.starts_at > now()',
  OPEN: 'c.starts_at <= now() and c.ends_at > now()',
  OVER: 'c.ends_at <= now()',
};

export function couponConditions(filter: CouponFilter | null | undefined): readonly Condition[] {
  return [
    NO_REHEARSAL,
    // Two indexed looks instead of a join that reads every coupon.
    ...when(typed(filter?.search), (text, place) => {
      const number = place(`${likeText(text.toUpperCase())}%`);
      return `c.number like ${number} or c.book_id in (select id from book where title ilike ${place(`%${likeText(text)}%`)})`;
    }),
    ...amongIds('c.id', filter?.ids),
    ...when(filter?.status, (status, place) => `c.status = any(${place(status)})`),
    ...when(filter?.visibility, (visibility, place) => `c.visibility = any(${place(visibility)})`),
    ...when(filter?.window, (window) => WINDOWS[window]),
    ...belongingTo('c.book_id', filter?.bookId),
    ...belongingTo('c.batch_id', filter?.batchId),
    ...when(filter?.printed, (printed) => `c.batch_id is ${printed ? 'not null' : 'null'}`),
    ...belongingTo('c.recurring_drop_id', filter?.recurringDropId),
    ...within('c.starts_at', filter?.startsFrom, filter?.startsTo),
    ...within('c.created_at', filter?.createdFrom, filter?.createdTo),
  ];
}

function belongingTo(column: string, id: string | null | undefined): readonly Condition[] {
  return amongIds(column, id === null || id === undefined ? undefined : [id]);
}
