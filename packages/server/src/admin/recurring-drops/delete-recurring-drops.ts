import { LockMode } from '@mikro-orm/core';
import { z } from 'zod';
import { lockComing, takeBack } from '#admin/recurring-drops/coming-coupons.js';
import { RecurringDropEntity } from '#admin/recurring-drops/recurring-drop.entity.js';
import type { StaffContext } from '#admin/staff-context.js';
import { clientId, readInput } from '#admin/staff-input.js';
import { staffWrite } from '#admin/staff-write.js';

const ids = z.array(clientId).min(1).max(100);

/**
 * Deletes recurring drops and takes back their coupons that have not opened. Those that have opened stay, as coupons
 * of their own. Those drops that are gone already count as deleted.
 */
export async function deleteRecurringDrops(
  context: StaffContext,
  input: { ids: readonly string[] },
): Promise<string[]> {
  const dropIds = readInput(ids, input.ids);
  return staffWrite(context, { action: 'recurringDrop.delete' }, async ({ em }) => {
    // All of its coupons first, in order of id: those that stay lose their drop, and that is a write too.
    await em.execute(`select from coupon where recurring_drop_id = any(?::uuid[]) order by id for update`, [
      `{${dropIds.join(',')}}`,
    ]);
    const drops = await em.find(
      RecurringDropEntity,
      { id: { $in: dropIds } },
      { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
    );
    for (const drop of drops) {
      await takeBack(em, drop.id, await lockComing(em, drop.id));
      em.remove(drop);
    }
    return dropIds;
  });
}
