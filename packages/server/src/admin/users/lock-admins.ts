import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { StaffContext } from '#admin/staff-context.js';
import { ADMINS } from '#auth/role.js';
import { PublicError } from '#platform/errors.js';

/** In one order for everybody. A race test takes the lock away to see itself go red. */
export const LOCK_ADMINS = `select id from "user" where role = 'ADMIN' order by id for update`;

const rows = z.array(z.object({ id: z.string() }));

/**
 * Waits until nobody else changes who the ADMINs are, and then looks again whether this one still is. So an ADMIN
 * always remains: whoever may take the role from others has it, and takes it from others only.
 * @throws PublicError FORBIDDEN when it was taken from him meanwhile
 */
export async function lockAdmins(
  em: EntityManager,
  context: Pick<StaffContext, 'requireRole'>,
  sql = LOCK_ADMINS,
): Promise<{ actorId: string }> {
  const { userId } = await context.requireRole(ADMINS);
  const admins = rows.parse(await em.execute(sql));
  if (!admins.some(({ id }) => id === userId)) throw new PublicError('FORBIDDEN');
  return { actorId: userId };
}
