import type { StaffContext } from '#admin/staff-context.js';
import { actOnPasses } from '#admin/user-coupons/act-on-passes.js';
import { assertNotRevoked } from '#admin/user-coupons/assert-not-revoked.js';
import { keyArrays } from '#admin/user-coupons/lock-passes.js';
import type { StaffUserCoupon } from '#admin/user-coupons/user-coupons.types.js';

/**
 * Makes used passes unused: they can be used again until they expire, and the reading that began is over.
 * @throws PublicError BAD_USER_INPUT, NOT_FOUND, CONFLICT (REVOKED)
 */
export async function undoUserCouponUses(
  context: StaffContext,
  input: { ids: readonly string[]; reason: string },
): Promise<StaffUserCoupon[]> {
  return actOnPasses(context, {
    action: 'userCoupon.undoUse',
    input,
    async change(passes, { em }) {
      assertNotRevoked(passes);
      const due = passes.filter(({ usedAt }) => usedAt !== null);
      await em.execute(
        `update user_coupon set used_at = null, readable_until = null
         where (coupon_id, sequence) in (select * from unnest(?::uuid[], ?::integer[]))`,
        keyArrays(due),
      );
      return due.map((pass) => ({
        pass,
        before: { usedAt: pass.usedAt, readableUntil: pass.readableUntil },
        after: { usedAt: null, readableUntil: null },
      }));
    },
  });
}
