import { couponInput } from '#admin/coupons/coupon-input.js';
import type { CouponInput, StaffCoupon } from '#admin/coupons/coupons.types.js';
import { findCoupon } from '#admin/coupons/find-coupons.js';
import { launchOf } from '#admin/coupons/launch/summarise-launch.js';
import { refusingTaken } from '#admin/coupons/number-taken.js';
import { createOnce } from '#admin/create-once.js';
import { assertConfirmed } from '#admin/launch/confirm.js';
import type { StaffContext } from '#admin/staff-context.js';
import { clientId, readInput } from '#admin/staff-input.js';
import { CouponEntity } from '#coupons/coupon.entity.js';

/**
 * Adds a coupon under the client's id, as somebody confirmed it; asked again with the same id, it answers the same.
 * @throws PublicError BAD_USER_INPUT; CONFLICT (UNCONFIRMED), or ID_TAKEN when the id is somebody else's
 */
export async function createCoupon(
  context: StaffContext,
  input: { id: string; input: CouponInput; confirm: string },
): Promise<StaffCoupon> {
  const id = readInput(clientId, input.id);
  const { bookId, ...coupon } = readInput(couponInput, input.input);
  const launch = await launchOf(context, { bookId, ...coupon }, undefined);
  await refusingTaken(coupon.number, () =>
    createOnce(context, { action: 'coupon.create', id }, ({ em }) => {
      assertConfirmed(input.confirm, launch);
      em.persist(em.create(CouponEntity, { id, book: bookId, ...coupon, createdAt: new Date() }));
    }),
  );
  const created = await findCoupon(context, id);
  if (!created) throw new Error('a coupon that was created a moment ago is not there');
  return created;
}
