import { WORK_IS_DUE } from '#admin/background/work-is-due.js';
import { findForEdit } from '#admin/find-for-edit.js';
import { lockComing, takeBack } from '#admin/recurring-drops/coming-coupons.js';
import { getRecurringDrop } from '#admin/recurring-drops/find-recurring-drops.js';
import { RecurringDropEntity } from '#admin/recurring-drops/recurring-drop.entity.js';
import type { RecurringDrop } from '#admin/recurring-drops/recurring-drops.types.js';
import type { StaffContext } from '#admin/staff-context.js';
import { clientId, readInput } from '#admin/staff-input.js';
import { staffWrite } from '#admin/staff-write.js';

interface Input {
  readonly id: string;
  readonly version: number;
}

/**
 * Makes no more coupons until it is resumed, and takes back those that have not opened: "paused" shall mean that
 * nothing opens. What is open goes on; it has a pause of its own.
 * @throws PublicError NOT_FOUND, CONFLICT (STALE)
 */
export async function pauseRecurringDrop(context: StaffContext, input: Input): Promise<RecurringDrop> {
  const id = readInput(clientId, input.id);
  await staffWrite(context, { action: 'recurringDrop.pause' }, async ({ em }) => {
    await lockComing(em, id);
    const drop = await findForEdit(em, RecurringDropEntity, { id }, input.version);
    drop.isPaused = true;
    await takeBack(em, id, await lockComing(em, id));
  });
  return getRecurringDrop(context, id);
}

/** Makes coupons again, at once those of the days to come. @throws PublicError NOT_FOUND, CONFLICT (STALE) */
export async function resumeRecurringDrop(context: StaffContext, input: Input): Promise<RecurringDrop> {
  const id = readInput(clientId, input.id);
  await staffWrite(context, { action: 'recurringDrop.resume' }, async ({ em }) => {
    const drop = await findForEdit(em, RecurringDropEntity, { id }, input.version);
    drop.isPaused = false;
  });
  context.announcements.announce(WORK_IS_DUE, id);
  return getRecurringDrop(context, id);
}
