import { WORK_IS_DUE } from '#admin/background/work-is-due.js';
import { createOnce } from '#admin/create-once.js';
import { assertConfirmed } from '#admin/launch/confirm.js';
import { rowOf } from '#admin/recurring-drops/drop-input.js';
import { getRecurringDrop } from '#admin/recurring-drops/find-recurring-drops.js';
import { RecurringDropEntity } from '#admin/recurring-drops/recurring-drop.entity.js';
import type { RecurringDrop, RecurringDropInput } from '#admin/recurring-drops/recurring-drops.types.js';
import { summariseDrop } from '#admin/recurring-drops/summarise-drop.js';
import type { StaffContext } from '#admin/staff-context.js';
import { clientId, readInput } from '#admin/staff-input.js';
import { BookEntity } from '#catalog/book.entity.js';

/**
 * Adds a recurring drop under the client's id; its coupons are made in the background, ahead of their days. Asked
 * again with the same id, it answers the same one.
 * @throws PublicError BAD_USER_INPUT, CONFLICT (UNCONFIRMED, ID_TAKEN)
 */
export async function createRecurringDrop(
  context: StaffContext,
  { id: given, input, confirm }: { id: string; input: RecurringDropInput; confirm: string },
): Promise<RecurringDrop> {
  const id = readInput(clientId, given);
  // Outside the transaction, which would wait for a second connection while it holds its own.
  const summary = await summariseDrop(context, { input, id: null }).catch((error: unknown) => ({ error }));
  await createOnce(context, { action: 'recurringDrop.create', id }, ({ em }) => {
    if ('error' in summary) throw summary.error; // a repeat after a lost answer is told from it first
    assertConfirmed(confirm, summary);
    const { bookId, ...plan } = rowOf(summary.plan);
    const book = em.getReference(BookEntity, bookId);
    em.persist(em.create(RecurringDropEntity, { ...plan, id, book, createdAt: new Date() }));
  });
  context.announcements.announce(WORK_IS_DUE, id);
  return getRecurringDrop(context, id);
}
