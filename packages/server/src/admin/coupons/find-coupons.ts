import { couponConditions, couponList, staffCouponColumns, staffCouponRow } from '#admin/coupons/coupon-list.js';
import type { CouponFilter, CouponSort, StaffCoupon } from '#admin/coupons/coupons.types.js';
import type { Connection } from '#admin/lists/connection.types.js';
import { findPage, ONE_ROW, type Page } from '#admin/lists/find-page.js';
import type { StaffContext } from '#admin/staff-context.js';

/** A page of coupons. @throws PublicError BAD_USER_INPUT */
export function findCoupons(
  { database }: Pick<StaffContext, 'database'>,
  page: Page,
  { sort, filter }: { sort: CouponSort; filter?: CouponFilter | null },
): Promise<Connection<StaffCoupon>> {
  return findPage(database.pool, couponList, page, { sort, conditions: couponConditions(filter) });
}

/** One coupon; null when there is none. */
export async function findCoupon(context: Pick<StaffContext, 'database'>, id: string): Promise<StaffCoupon | null> {
  const { edges } = await findCoupons(context, ONE_ROW, { sort: 'CREATED_AT', filter: { ids: [id] } });
  return edges[0]?.node ?? null;
}

/** One coupon, also a rehearsal's; null when there is none. */
export async function findAnyCoupon(
  { database }: Pick<StaffContext, 'database'>,
  id: string,
): Promise<StaffCoupon | null> {
  const { rows } = await database.pool.query(`select ${staffCouponColumns} from ${couponList.from} where c.id = $1`, [
    id,
  ]);
  return rows.length > 0 ? staffCouponRow.parse(rows[0]) : null;
}
