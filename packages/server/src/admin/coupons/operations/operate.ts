import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { StaffCoupon } from '#admin/coupons/coupons.types.js';
import type { Stock } from '#admin/coupons/coupon-stock.js';
import { findAnyCoupon } from '#admin/coupons/find-coupons.js';
import { CouponClosed, CouponTotalTooLow } from '#admin/coupons/operations/coupon-operations.types.js';
import type { StaffContext } from '#admin/staff-context.js';
import { staffWrite } from '#admin/staff-write.js';
import { AuditEntryEntity, type AuditEntry } from '#audit/audit-entry.entity.js';
import { STAFF } from '#auth/role.js';
import { CouponEntity } from '#coupons/coupon.entity.js';
import { normaliseCouponNumber } from '#coupons/coupon-number.js';
import { CouponNotFound } from '#coupons/download-coupon.types.js';
import { PublicError } from '#platform/errors.js';

type Refusal = CouponClosed | CouponTotalTooLow;

/** What is to be different, or why it cannot be. Nothing: the coupon is as it should be already. */
export type Decision = Partial<Pick<Stock, 'totalQuantity' | 'status'>> | Refusal;

interface Operation {
  readonly couponNumber: string;
  /** As the audit log has it: `coupon.pause`. */
  readonly action: string;
  /** For what may not be done twice: a repeat with the same id answers the coupon as it is. */
  readonly operationId?: string;
  /** Whether what was done under that id is what is asked for now. */
  readonly isSame?: (done: AuditEntry) => boolean;
}

/**
 * Does something with a coupon while the engine may be issuing its passes. The row's lock comes first, so that the
 * batch under way ends, the next one waits, and what `decide` sees is the truth until COMMIT.
 * @throws PublicError CONFLICT (ID_TAKEN) when the operation's id stands for something else
 */
export async function operate(
  context: StaffContext,
  { couponNumber, action, operationId, isSame = () => true }: Operation,
  decide: (coupon: Stock) => Decision,
): Promise<StaffCoupon | CouponNotFound | Refusal> {
  const number = normaliseCouponNumber(couponNumber);
  if (number === undefined) return new CouponNotFound();
  const outcome = await staffWrite(context, { action, entryId: operationId }, async ({ em }) => {
    const coupon = await em.findOne(CouponEntity, { number }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!coupon) return new CouponNotFound();
    const asked = { action, couponId: coupon.id, isSame };
    if (operationId !== undefined && (await wasDone(context, em, { id: operationId, ...asked }))) return coupon.id;
    const decision = decide(coupon);
    if (decision instanceof CouponClosed || decision instanceof CouponTotalTooLow) return decision;
    em.assign(coupon, decision);
    return coupon.id;
  });
  if (typeof outcome !== 'string') return outcome;
  const coupon = await findAnyCoupon(context, outcome);
  return coupon ? Object.assign(new StaffCoupon(), coupon) : new CouponNotFound();
}

/** Under the coupon's lock, so that of two equal requests at once the second sees the first one's entry. */
async function wasDone(
  context: StaffContext,
  em: EntityManager,
  { id, action, couponId, isSame }: Required<Pick<Operation, 'action' | 'isSame'>> & { id: string; couponId: string },
): Promise<boolean> {
  const entry = await em.findOne(AuditEntryEntity, { id });
  if (!entry) return false;
  const { userId } = await context.requireRole(STAFF);
  if (entry.action === action && entry.objectId === couponId && entry.actorId === userId && isSame(entry)) return true;
  throw new PublicError('CONFLICT', {
    reason: 'ID_TAKEN',
    message: 'This operationId stands for something else that was done. Look at the coupon, then make a new one.',
  });
}
