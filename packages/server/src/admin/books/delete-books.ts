import { LockMode } from '@mikro-orm/core';
import type { StaffContext } from '#admin/staff-context.js';
import { clientIds, readInput } from '#admin/staff-input.js';
import { staffWrite } from '#admin/staff-write.js';
import { BookEntity } from '#catalog/book.entity.js';
import { CouponEntity } from '#coupons/coupon.entity.js';
import { PublicError } from '#platform/errors.js';

/**
 * Deletes books and their coupons, all or none. Those that are gone already count as deleted.
 * @throws PublicError CONFLICT (IN_USE) naming the coupons that have issued passes
 */
export async function deleteBooks(context: StaffContext, input: { ids: readonly string[] }): Promise<string[]> {
  const bookIds = readInput(clientIds, input.ids);
  return staffWrite(context, { action: 'book.delete' }, async ({ em }) => {
    const coupons = await em.find(
      CouponEntity,
      { book: { $in: bookIds } },
      { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
    );
    assertNoPasses(coupons);
    const books = await em.find(BookEntity, { id: { $in: bookIds } }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    for (const entity of [...coupons, ...books]) em.remove(entity);
    return bookIds;
  });
}

/** @throws PublicError CONFLICT (IN_USE) naming those that have issued passes. */
export function assertNoPasses(coupons: readonly { number: string; issuedQuantity: number }[]): void {
  const used = coupons.filter(({ issuedQuantity }) => issuedQuantity > 0).map(({ number }) => number);
  if (used.length === 0) return;
  const named = `${used.slice(0, 3).join(', ')}${used.length > 3 ? ` and ${used.length - 3} more` : ''}`;
  throw new PublicError('CONFLICT', {
    reason: 'IN_USE',
    message: `Passes of ${named} were issued, and readers hold them: nothing was deleted. Close the coupon instead.`,
  });
}
