import { z } from 'zod';
import { defineExport, moment, plain, type FilterFields } from '#admin/exports/export-list.js';
import { listFilterFields } from '#admin/exports/filter-fields.js';
import { passConditions } from '#admin/user-coupons/pass-conditions.js';
import { userCouponList } from '#admin/user-coupons/user-coupon-list.js';
import { userCouponStates, type UserCouponFilter } from '#admin/user-coupons/user-coupons.types.js';
import { STAFF } from '#auth/role.js';

const id = z.string().nullable().default(null);

const fields = {
  ...listFilterFields,
  couponId: id,
  userId: id,
  bookId: id,
  state: z.array(z.enum(userCouponStates)).nullable().default(null),
} satisfies FilterFields<UserCouponFilter>;

/** As `UserCouponState` says; a pass that was used and then revoked is revoked. */
const STATE = `case when p.revoked_at is not null then 'REVOKED' when p.used_at is not null then 'USED'
  when p.expires_at <= now() then 'EXPIRED' else 'UNUSED' end`;

/** Who got which, and what became of it. */
export const userCouponsExport = defineExport<UserCouponFilter>({
  name: 'userCoupons',
  label: { en: 'passes', ko: '이용권' },
  roles: STAFF,
  filter: z.strictObject(fields),
  from: `${userCouponList.from} join coupon c on c.id = p.coupon_id join book b on b.id = c.book_id join "user" u on u.id = p.user_id`,
  conditions: (filter, pool) => passConditions(pool, { sort: 'CREATED_AT', filter }),
  order: [userCouponList.sorts.CREATED_AT, ...userCouponList.key],
  columns: [
    ...plain({
      id: "p.coupon_id || ':' || p.sequence",
      code: String.raw`regexp_replace(p.code, '(.{4})(?=.)', '\1-', 'g')`,
      state: STATE,
      username: 'u.username',
      userId: 'u.id',
      couponNumber: 'c.number',
      couponId: 'c.id',
      bookTitle: 'b.title',
      bookId: 'b.id',
      sequence: 'p.sequence',
    }),
    ...moment('createdAt', 'p.created_at'),
    ...moment('expiresAt', 'p.expires_at'),
    ...moment('usedAt', 'p.used_at'),
    ...moment('readableUntil', 'p.readable_until'),
    ...moment('revokedAt', 'p.revoked_at'),
    ...plain({ returnedToStock: 'p.returned_to_stock', readingDays: 'p.reading_days' }),
  ],
});
