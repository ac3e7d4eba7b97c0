import { LockMode } from '@mikro-orm/core';
import { z } from 'zod';
import { CouponBatchEntity } from '#admin/coupon-batches/coupon-batch.entity.js';
import type { StaffContext } from '#admin/staff-context.js';
import { clientId, readInput } from '#admin/staff-input.js';
import { staffWrite } from '#admin/staff-write.js';
import { PublicError } from '#platform/errors.js';

const ids = z.array(clientId).min(1).max(10);

/**
 * Deletes batches with all their coupons, all or none; a running one is stopped by it. Those that are gone already
 * count as deleted.
 * @throws PublicError CONFLICT (IN_USE) when a reader holds a pass of one of the coupons
 */
export async function deleteCouponBatches(context: StaffContext, input: { ids: readonly string[] }): Promise<string[]> {
  const batchIds = readInput(ids, input.ids);
  return staffWrite(context, { action: 'couponBatch.delete' }, async ({ em }) => {
    // The maker locks the batch before it adds coupons; with its row held, no more come.
    const batches = await em.find(
      CouponBatchEntity,
      { id: { $in: batchIds } },
      { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
    );
    for (const { id, pattern } of batches) {
      const used = await em.execute<{ number: string }[]>(
        `select number from (select number, issued_quantity from coupon where batch_id = ? order by id for update) c
         where issued_quantity > 0 limit 1`,
        [id],
      );
      if (used[0]) throw inUse(pattern, used[0].number);
      await em.execute('delete from coupon where batch_id = ?', [id]);
    }
    for (const batch of batches) em.remove(batch);
    return batchIds;
  });
}

function inUse(pattern: string, number: string): PublicError {
  return new PublicError('CONFLICT', {
    reason: 'IN_USE',
    message: `Readers hold passes of ${pattern}, for example of ${number}: nothing was deleted.`,
  });
}
