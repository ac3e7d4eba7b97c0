import { LockMode } from '@mikro-orm/core';
import { CouponBatchEntity } from '#admin/coupon-batches/coupon-batch.entity.js';
import type { CouponBatch } from '#admin/coupon-batches/coupon-batches.types.js';
import { getCouponBatch } from '#admin/coupon-batches/find-coupon-batches.js';
import type { StaffContext } from '#admin/staff-context.js';
import { clientId, readInput } from '#admin/staff-input.js';
import { staffWrite } from '#admin/staff-write.js';
import { PublicError } from '#platform/errors.js';

/**
 * Makes no more coupons of a batch; those that are made stay. One that has ended already is answered as it is.
 * @throws PublicError NOT_FOUND
 */
export async function cancelCouponBatch(context: StaffContext, { id: given }: { id: string }): Promise<CouponBatch> {
  const id = readInput(clientId, given);
  await staffWrite(context, { action: 'couponBatch.cancel' }, async ({ em, record }) => {
    // The lock waits for the thousand that is being made, so that `made` is the last word.
    const batch = await em.findOne(CouponBatchEntity, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!batch) throw new PublicError('NOT_FOUND');
    if (batch.status !== 'RUNNING') return;
    await em.execute(`update coupon_batch set status = 'CANCELLED', finished_at = clock_timestamp() where id = ?`, [
      id,
    ]);
    record({
      objectType: 'COUPON_BATCH',
      objectId: id,
      objectLabel: batch.pattern,
      before: { status: 'RUNNING' },
      after: { status: 'CANCELLED', made: batch.made, count: batch.count },
    });
  });
  return getCouponBatch(context, id);
}
