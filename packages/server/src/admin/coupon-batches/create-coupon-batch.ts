import { CouponBatchEntity } from '#admin/coupon-batches/coupon-batch.entity.js';
import type { CouponBatch, CouponBatchInput } from '#admin/coupon-batches/coupon-batches.types.js';
import { getCouponBatch } from '#admin/coupon-batches/find-coupon-batches.js';
import { summariseBatch } from '#admin/coupon-batches/summarise-batch.js';
import { WORK_IS_DUE } from '#admin/background/work-is-due.js';
import { createOnce } from '#admin/create-once.js';
import { assertConfirmed } from '#admin/launch/confirm.js';
import type { StaffContext } from '#admin/staff-context.js';
import { clientId, readInput } from '#admin/staff-input.js';
import { BookEntity } from '#catalog/book.entity.js';

/**
 * Orders a batch under the client's id; its coupons are made in the background. Asked again with the same id, it
 * answers the same batch.
 * @throws PublicError BAD_USER_INPUT, CONFLICT (UNCONFIRMED, ID_TAKEN)
 */
export async function createCouponBatch(
  context: StaffContext,
  { id: given, input, confirm }: { id: string; input: CouponBatchInput; confirm: string },
): Promise<CouponBatch> {
  const id = readInput(clientId, given);
  // Outside the transaction, which would wait for a second connection while it holds its own.
  const summary = await summariseBatch(context, input).catch((error: unknown) => ({ error }));
  await createOnce(context, { action: 'couponBatch.create', id }, ({ em }) => {
    if ('error' in summary) throw summary.error; // a repeat after a lost answer is told from it first
    assertConfirmed(confirm, summary);
    const { bookId, ...plan } = summary.plan;
    em.persist(
      em.create(CouponBatchEntity, { ...plan, id, book: em.getReference(BookEntity, bookId), createdAt: new Date() }),
    );
  });
  context.announcements.announce(WORK_IS_DUE, id);
  return getCouponBatch(context, id);
}
