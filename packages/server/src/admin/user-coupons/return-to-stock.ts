import { z } from 'zod';
import type { StaffWork } from '#admin/staff-write.js';
import type { PassKey } from '#admin/user-coupons/lock-passes.js';

const changed = z.tuple([
  z.object({
    number: z.string(),
    totalQuantity: z.int(),
    returnedQuantity: z.int(),
    status: z.string(),
    statusBefore: z.string(),
  }),
]);

/**
 * Gives the coupons of revoked passes, whose rows are locked, as many more. The total rises: issued_quantity counts
 * every pass ever issued, and no place is given twice. A sold-out coupon is open again; a closed one stays closed.
 */
export async function returnToStock(
  { em, record, couponChanged }: StaffWork,
  passes: readonly PassKey[],
): Promise<void> {
  for (const [couponId, { length }] of Map.groupBy(passes, (pass) => pass.couponId)) {
    const [coupon] = changed.parse(
      await em.execute(
        `update coupon c set total_quantity = c.total_quantity + ?, returned_quantity = c.returned_quantity + ?,
           status = case when was.quantity = 0 then 'ACTIVE' else c.status end, version = c.version + 1
         from (select status, quantity from coupon where id = ?) as was where c.id = ?
         returning c.number, c.total_quantity as "totalQuantity", c.returned_quantity as "returnedQuantity", c.status,
           was.status as "statusBefore"`,
        [length, length, couponId, couponId],
      ),
    );
    const { number, totalQuantity, returnedQuantity, status, statusBefore } = coupon;
    const isReopened = status !== statusBefore;
    record({
      objectType: 'COUPON',
      objectId: couponId,
      objectLabel: number,
      before: {
        totalQuantity: totalQuantity - length,
        returnedQuantity: returnedQuantity - length,
        ...(isReopened && { status: statusBefore }),
      },
      after: { totalQuantity, returnedQuantity, ...(isReopened && { status }) },
    });
    couponChanged(number);
  }
}
