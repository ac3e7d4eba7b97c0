import type { UserCoupon } from '@pagedrop/sdk';

/** What can be done with a pass. */
export type PassState = 'unused' | 'used' | 'expired' | 'revoked';

/**
 * The state of a pass at an instant. A pass that was taken back is that before anything else; one that was used in
 * time stays used after its date.
 * @param now milliseconds of the server's clock
 */
export function passState(pass: Pick<UserCoupon, 'isUsed' | 'expiresAt' | 'revokedAt'>, now: number): PassState {
  if (pass.revokedAt !== null) return 'revoked';
  if (pass.isUsed) return 'used';
  return Date.parse(pass.expiresAt) <= now ? 'expired' : 'unused';
}
