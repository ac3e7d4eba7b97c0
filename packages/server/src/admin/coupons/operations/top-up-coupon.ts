import { z } from 'zod';
import { TOTAL_MAX } from '#coupons/coupon-limits.js';
import { isClosed, withTotal } from '#admin/coupons/coupon-stock.js';
import { CouponClosed } from '#admin/coupons/operations/coupon-operations.types.js';
import { operate } from '#admin/coupons/operations/operate.js';
import type { StaffContext } from '#admin/staff-context.js';
import { badInput, clientId, readInput } from '#admin/staff-input.js';
import type { AuditEntry } from '#audit/audit-entry.entity.js';
import type { PublicError } from '#platform/errors.js';

const BY_MAX = 1_000_000;

/**
 * Adds passes to a coupon; a sold-out one is open again, a paused one stays paused. Done once for an operation's id.
 * @throws PublicError BAD_USER_INPUT; CONFLICT (ID_TAKEN) when that id stands for something else, also for another `by`
 */
export async function topUpCoupon(
  context: StaffContext,
  { couponNumber, by, ...input }: { couponNumber: string; by: number; operationId: string },
) {
  if (by < 1) throw badBy('TOO_SMALL', 'Add at least 1 pass.', 1);
  if (by > BY_MAX) throw badBy('TOO_LARGE', `Add at most ${BY_MAX.toLocaleString('en')} passes at a time.`, BY_MAX);
  const operationId = readInput(clientId, input.operationId);
  const isSame = (done: AuditEntry) => addedBy(done) === by;
  return operate(context, { couponNumber, action: 'coupon.topUp', operationId, isSame }, (coupon) => {
    // Closed by somebody: more passes would be given to nobody.
    if (isClosed(coupon)) return new CouponClosed('This coupon was closed for good. Make another one.');
    const room = TOTAL_MAX - coupon.totalQuantity;
    if (by > room) {
      const words = `A coupon has at most ${TOTAL_MAX.toLocaleString('en')} passes. Make another one.`;
      throw badBy('TOO_LARGE', words, room);
    }
    return withTotal(coupon, coupon.totalQuantity + by);
  });
}

const total = z.object({ totalQuantity: z.int() });

/** Passes that a top-up added, as the audit log has it. */
function addedBy({ before, after }: AuditEntry): number {
  return total.parse(after).totalQuantity - total.parse(before).totalQuantity;
}

function badBy(reason: string, message: string, limit: number): PublicError {
  return badInput([{ field: 'by', reason, message, limit }]);
}
