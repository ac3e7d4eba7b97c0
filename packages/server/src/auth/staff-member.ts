import { z } from 'zod';
import type { ViewerContext } from '#auth/auth-context.js';
import { requireViewer } from '#auth/require-viewer.js';
import { roles, type Role } from '#auth/role.js';
import { PublicError } from '#platform/errors.js';

/** Somebody of the staff, as the database knows him now. */
export interface StaffMember {
  readonly userId: string;
  readonly username: string;
  readonly role: Role;
}

const row = z.object({ username: z.string(), role: z.enum(roles) });

/**
 * Who asks, with the role that the database gives him at this moment: the token's own may be fifteen minutes old, and
 * a demotion counts from the next request on. Undefined: the account is gone.
 * @throws PublicError UNAUTHENTICATED when nobody is logged in
 */
export async function readStaffMember(
  context: Pick<ViewerContext, 'viewer' | 'database'>,
): Promise<StaffMember | undefined> {
  const { userId } = await requireViewer(context);
  const { rows } = await context.database.pool.query('select username, role from "user" where id = $1', [userId]);
  return rows.length > 0 ? { userId, ...row.parse(rows[0]) } : undefined;
}

/** @throws PublicError FORBIDDEN */
export function assertRole(member: StaffMember | undefined, allowed: readonly Role[]): StaffMember {
  if (!member || !allowed.includes(member.role)) throw new PublicError('FORBIDDEN');
  return member;
}
