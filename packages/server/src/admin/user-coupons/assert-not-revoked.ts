import type { LockedPass } from '#admin/user-coupons/lock-passes.js';
import { groupCode } from '#coupons/pass-code.js';
import { PublicError } from '#platform/errors.js';

/** @throws PublicError CONFLICT (REVOKED), naming some that are */
export function assertNotRevoked(passes: readonly LockedPass[]): void {
  const revoked = passes.filter(({ revokedAt }) => revokedAt !== null).map(({ code }) => groupCode(code));
  if (revoked.length === 0) return;
  const named = `${revoked.slice(0, 3).join(', ')}${revoked.length > 3 ? ` and ${revoked.length - 3} more` : ''}`;
  throw new PublicError('CONFLICT', {
    reason: 'REVOKED',
    message: `Revoked: ${named}. What was taken back stays so; nothing was changed.`,
  });
}
