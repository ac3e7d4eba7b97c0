import { z } from 'zod';
import type { List } from '#admin/lists/list.js';
import type { UserCouponSort } from '#admin/user-coupons/user-coupons.types.js';
import { passColumns, passRow } from '#coupons/coupon-rows.js';

export const staffPassRow = passRow.extend({ readingDays: z.int(), returnedToStock: z.boolean() });
export type StaffPassRow = z.infer<typeof staffPassRow>;

/** The columns of `staffPassRow`, for `from user_coupon p`. */
export const staffPassColumns = `${passColumns}, p.reading_days as "readingDays", p.returned_to_stock as "returnedToStock"`;

/** Without coupon and reader: a page's are looked up together, and only for who asks for them. */
export const userCouponList: List<UserCouponSort, StaffPassRow> = {
  from: 'user_coupon p',
  columns: staffPassColumns,
  row: staffPassRow,
  sorts: {
    CREATED_AT: { column: 'p.created_at', type: 'timestamptz' },
    USED_AT: { column: 'p.used_at', type: 'timestamptz' },
    REVOKED_AT: { column: 'p.revoked_at', type: 'timestamptz' },
  },
  key: [
    { column: 'p.coupon_id', type: 'uuid' },
    { column: 'p.sequence', type: 'integer' },
  ],
};
