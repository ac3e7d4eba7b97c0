import type { StaffContext } from '#admin/staff-context.js';
import { actOnPasses } from '#admin/user-coupons/act-on-passes.js';
import { keyArrays, PASS_LOCKS } from '#admin/user-coupons/lock-passes.js';
import { returnToStock } from '#admin/user-coupons/return-to-stock.js';
import type { StaffUserCoupon } from '#admin/user-coupons/user-coupons.types.js';
import { uuidArray } from '#admin/uuid-array.js';

/**
 * Takes passes back. With `returnToStock` the coupon has one more for the next reader for each; without, they are
 * gone. One that was revoked without it can go back later; never the other way, somebody may have it already.
 * @throws PublicError BAD_USER_INPUT, NOT_FOUND
 */
export async function revokeUserCoupons(
  context: StaffContext,
  input: { ids: readonly string[]; returnToStock: boolean; reason: string },
  locks = PASS_LOCKS,
): Promise<StaffUserCoupon[]> {
  return actOnPasses(context, {
    action: 'userCoupon.revoke',
    input,
    locks,
    // The coupon before its passes, as issuing has it; without a return to stock no drop has to wait.
    async lockFirst(em, keys) {
      if (!input.returnToStock) return;
      await em.execute(locks.coupons, [uuidArray(keys.map(({ couponId }) => couponId))]);
    },
    async change(passes, tools) {
      const due = passes.filter((pass) => !pass.revokedAt || (input.returnToStock && !pass.returnedToStock));
      await tools.em.execute(
        `update user_coupon set revoked_at = coalesce(revoked_at, now()), returned_to_stock = ?
         where (coupon_id, sequence) in (select * from unnest(?::uuid[], ?::integer[]))`,
        [input.returnToStock, ...keyArrays(due)],
      );
      if (input.returnToStock) await returnToStock(tools, due);
      return due.map((pass) => ({
        pass,
        before: { revokedAt: pass.revokedAt, returnedToStock: pass.returnedToStock },
        after: { revokedAt: pass.revokedAt ?? pass.now, returnedToStock: input.returnToStock },
      }));
    },
  });
}
