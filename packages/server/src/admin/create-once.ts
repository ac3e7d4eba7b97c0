import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { StaffContext } from '#admin/staff-context.js';
import { staffWrite, type StaffWork } from '#admin/staff-write.js';
import { STAFF } from '#auth/role.js';
import { PublicError } from '#platform/errors.js';

/**
 * Creates something under an id that the client made. When that id is taken by what the same person created with the
 * same action, the request is a repeat after a lost answer, and nothing is done.
 * @throws PublicError CONFLICT (ID_TAKEN) when the id is taken otherwise; whatever `work` throws
 */
export async function createOnce(
  context: StaffContext,
  { action, id }: { action: string; id: string },
  work: (tools: StaffWork) => Promise<void> | void,
): Promise<void> {
  try {
    await staffWrite(context, { action }, async (tools) => {
      await work(tools);
      await tools.em.flush(); // the unique key decides, not a look beforehand
    });
  } catch (error) {
    // Another unique key may have been hit by the repeat first: the number of the coupon that is being created again.
    if (!(error instanceof UniqueConstraintViolationException) && !(error instanceof PublicError)) throw error;
    if (await wasCreatedBefore(context, { action, id })) return;
    if (error instanceof UniqueConstraintViolationException && /_pkey\b/.test(error.message)) {
      throw new PublicError('CONFLICT', { reason: 'ID_TAKEN', message: 'This id is taken. Make a new one.' });
    }
    throw error;
  }
}

async function wasCreatedBefore(
  context: StaffContext,
  { action, id }: { action: string; id: string },
): Promise<boolean> {
  const { userId } = await context.requireRole(STAFF);
  const { rows } = await context.database.pool.query(
    'select from audit_entry where action = $1 and object_id = $2 and actor_id = $3 limit 1',
    [action, id, userId],
  );
  return rows.length > 0;
}
