import { couponInput } from '#admin/coupons/coupon-input.js';
import { withTotal } from '#admin/coupons/coupon-stock.js';
import type { CouponInput, StaffCoupon } from '#admin/coupons/coupons.types.js';
import { editProblems } from '#admin/coupons/edit-rules.js';
import { findCoupon } from '#admin/coupons/find-coupons.js';
import { launchOf } from '#admin/coupons/launch/summarise-launch.js';
import { refusingTaken } from '#admin/coupons/number-taken.js';
import { findForEdit } from '#admin/find-for-edit.js';
import { assertConfirmed } from '#admin/launch/confirm.js';
import type { StaffContext } from '#admin/staff-context.js';
import { badInput, clientId, readInput } from '#admin/staff-input.js';
import { staffWrite } from '#admin/staff-write.js';
import { CouponEntity } from '#coupons/coupon.entity.js';
import { PublicError } from '#platform/errors.js';

/**
 * Edits a coupon, also while its passes are being issued. The version tells of other operators only, for the engine
 * raises none; what the engine does meanwhile, the row's lock holds off, and the rules are judged under it.
 * @throws PublicError BAD_USER_INPUT, NOT_FOUND; CONFLICT (STALE or UNCONFIRMED)
 */
export async function updateCoupon(
  context: StaffContext,
  { version, confirm, ...rest }: { id: string; version: number; input: CouponInput; confirm: string },
): Promise<StaffCoupon> {
  const id = readInput(clientId, rest.id);
  const edited = readInput(couponInput, rest.input);
  const before = await findCoupon(context, id);
  if (!before) throw new PublicError('NOT_FOUND');
  // Before the lock is taken: counting readers is no reason to hold up a drop.
  const launch = await launchOf(context, edited, before);
  await refusingTaken(edited.number, () =>
    staffWrite(context, { action: 'coupon.update' }, async ({ em }) => {
      const coupon = await findForEdit(em, CouponEntity, { id }, version);
      const { totalQuantity, status, issuedQuantity, number, startsAt } = coupon;
      const bookId = coupon.book.id;
      const problems = editProblems({ totalQuantity, status, issuedQuantity, number, startsAt, bookId }, edited);
      if (problems.length > 0) throw badInput(problems);
      if (launch.isNeeded) assertConfirmed(confirm, launch);
      const { bookId: book, ...values } = edited;
      em.assign(coupon, { ...values, book, ...withTotal(coupon, edited.totalQuantity) });
      await em.flush(); // the unique key decides who has the number
    }),
  );
  const coupon = await findCoupon(context, id);
  if (!coupon) throw new PublicError('NOT_FOUND');
  return coupon;
}
