import type { Connection } from '#admin/lists/connection.types.js';
import { findPage, ONE_ROW, type Page } from '#admin/lists/find-page.js';
import type { StaffContext } from '#admin/staff-context.js';
import { passConditions } from '#admin/user-coupons/pass-conditions.js';
import { presentPasses } from '#admin/user-coupons/present-passes.js';
import { userCouponList } from '#admin/user-coupons/user-coupon-list.js';
import type { StaffUserCoupon, UserCouponFilter, UserCouponSort } from '#admin/user-coupons/user-coupons.types.js';

/** A page of passes. @throws PublicError BAD_USER_INPUT */
export async function findUserCoupons(
  { database }: Pick<StaffContext, 'database'>,
  page: Page,
  { sort, filter }: { sort: UserCouponSort; filter?: UserCouponFilter | null },
): Promise<Connection<StaffUserCoupon>> {
  const { pool } = database;
  const conditions = await passConditions(pool, { sort, ...(filter && { filter }) });
  const { edges, ...rest } = await findPage(pool, userCouponList, page, { sort, conditions });
  const present = presentPasses(
    pool,
    edges.map(({ node }) => node),
  );
  return { ...rest, edges: edges.map(({ cursor, node }) => ({ cursor, node: present(node) })) };
}

/** One pass; null when there is none. */
export async function findUserCoupon(
  context: Pick<StaffContext, 'database'>,
  id: string,
): Promise<StaffUserCoupon | null> {
  const { edges } = await findUserCoupons(context, ONE_ROW, { sort: 'CREATED_AT', filter: { ids: [id] } });
  return edges[0]?.node ?? null;
}
