import { LockMode } from '@mikro-orm/core';
import { assertNoPasses } from '#admin/deletions/assert-no-passes.js';
import type { StaffContext } from '#admin/staff-context.js';
import { clientIds, readInput } from '#admin/staff-input.js';
import { staffWrite } from '#admin/staff-write.js';
import { BookEntity } from '#catalog/book.entity.js';
import { CouponEntity } from '#coupons/coupon.entity.js';

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
    const books = await em.find(
      BookEntity,
      { id: { $in: bookIds } },
      { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
    );
    for (const entity of [...coupons, ...books]) em.remove(entity);
    return bookIds;
  });
}
