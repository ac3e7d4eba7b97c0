import type { StaffPassFieldsFragment, UserCouponState } from '#admin/generated/operations.ts';

/** A pass with its coupon and its reader. */
export type Pass = StaffPassFieldsFragment;

export const PASS_STATES = ['UNUSED', 'USED', 'EXPIRED', 'REVOKED'] as const satisfies readonly UserCouponState[];

/** What a pass is at this moment; the server's filter means the same by its own clock. */
export function stateOf(pass: Pass, now = Date.now()): UserCouponState {
  const { revokedAt, usedAt } = pass;
  if (revokedAt !== null) return 'REVOKED';
  if (usedAt !== null) return 'USED';
  return isPastItsUse(pass, now) ? 'EXPIRED' : 'UNUSED';
}

/** Until when the reader can do with it what he can: use it, or read. */
export function clockOf({ readableUntil, expiresAt }: Pass): string {
  return readableUntil ?? expiresAt;
}

/** Whether the time in which it could be used is over, used or not. */
export function isPastItsUse({ expiresAt }: Pass, now = Date.now()): boolean {
  return Date.parse(expiresAt) <= now;
}
