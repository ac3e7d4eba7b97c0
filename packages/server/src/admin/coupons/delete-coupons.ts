import { LockMode } from '@mikro-orm/core';
import { assertNoPasses } from '#admin/deletions/assert-no-passes.js';
import type { StaffContext } from '#admin/staff-context.js';
import { clientIds, readInput } from '#admin/staff-input.js';
import { staffWrite } from '#admin/staff-write.js';
import { CouponEntity } from '#coupons/coupon.entity.js';

/**
 * Deletes coupons, all or none. Those that are gone already count as deleted.
 * @throws PublicError CONFLICT (IN_USE) naming those that have issued passes
 */
export async function deleteCoupons(context: StaffContext, input: { ids: readonly string[] }): Promise<string[]> {
  const couponIds = readInput(clientIds, input.ids);
  return staffWrite(context, { action: 'coupon.delete' }, async ({ em }) => {
    const coupons = await em.find(
      CouponEntity,
      { id: { $in: couponIds } },
      { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
    );
    assertNoPasses(coupons);
    for (const coupon of coupons) em.remove(coupon);
    return couponIds;
  });
}
