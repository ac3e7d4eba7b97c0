import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { WORK_IS_DUE } from '#admin/background/work-is-due.js';
import { findForEdit } from '#admin/find-for-edit.js';
import { assertConfirmed } from '#admin/launch/confirm.js';
import { lockComing } from '#admin/recurring-drops/coming-coupons.js';
import { rowOf } from '#admin/recurring-drops/drop-input.js';
import { getRecurringDrop } from '#admin/recurring-drops/find-recurring-drops.js';
import { followEdit } from '#admin/recurring-drops/follow-edit.js';
import { RecurringDropEntity } from '#admin/recurring-drops/recurring-drop.entity.js';
import type { RecurringDrop, RecurringDropInput } from '#admin/recurring-drops/recurring-drops.types.js';
import { summariseDrop } from '#admin/recurring-drops/summarise-drop.js';
import type { StaffContext } from '#admin/staff-context.js';
import { badInput, clientId, readInput } from '#admin/staff-input.js';
import { staffWrite } from '#admin/staff-write.js';
import { BookEntity } from '#catalog/book.entity.js';

/**
 * Edits a recurring drop. Its coupons that have not opened follow; those that have stay as readers saw them.
 * @throws PublicError BAD_USER_INPUT, NOT_FOUND, CONFLICT (STALE, UNCONFIRMED)
 */
export async function updateRecurringDrop(
  context: StaffContext,
  edit: { id: string; version: number; input: RecurringDropInput; confirm: string },
): Promise<RecurringDrop> {
  const id = readInput(clientId, edit.id);
  // Outside the transaction, which would wait for a second connection while it holds its own and its locks.
  const summary = await summariseDrop(context, { input: edit.input, id }).catch((error: unknown) => ({ error }));
  await namingTakenNumbers(() =>
    staffWrite(context, { action: 'recurringDrop.update' }, async ({ em, couponChanged }) => {
      await lockComing(em, id);
      const drop = await findForEdit(em, RecurringDropEntity, { id }, edit.version);
      if ('error' in summary) throw summary.error; // that somebody else changed it is told first
      assertConfirmed(edit.confirm, summary);
      const { bookId, ...plan } = rowOf(summary.plan);
      em.assign(drop, { ...plan, book: em.getReference(BookEntity, bookId) });
      await em.flush();
      await followEdit({ em, couponChanged }, drop, await lockComing(em, id));
    }),
  );
  context.announcements.announce(WORK_IS_DUE, id);
  return getRecurringDrop(context, id);
}

/** Somebody gave a coupon one of these numbers after the summary had looked. */
async function namingTakenNumbers(edit: () => Promise<void>): Promise<void> {
  try {
    await edit();
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    const message = 'Another coupon has one of these numbers already.';
    throw badInput([{ field: 'numberPattern', reason: 'NUMBER_TAKEN', message }]);
  }
}
