import type { Coupon, UserCoupon } from '@pagedrop/sdk';

import type { ClaimPhase } from '#features/events/claims.ts';

/** Everything the button of one drop can be. */
export type DropState =
  | { kind: 'mine'; sequence: number }
  | { kind: 'taking' }
  | { kind: 'busy' }
  | { kind: 'reconnecting' }
  | { kind: 'checking' }
  | { kind: 'ended' }
  | { kind: 'soldOut' }
  | { kind: 'paused' }
  | { kind: 'opensLater'; inMs: number }
  | { kind: 'logIn' }
  | { kind: 'open' };

export interface DropFacts {
  coupon: Coupon;
  /** The server no longer lists the coupon: it was complete before its window ended. */
  gone: boolean;
  /** Milliseconds of the server's clock. */
  now: number;
  /** Whether the reader is logged in; undefined while that, or which passes they hold, isn't known yet. */
  loggedIn: boolean | undefined;
  /** The pass of this coupon that the reader holds. */
  pass: UserCoupon | undefined;
  claim: ClaimPhase | undefined;
}

/** The state of a drop's button: from data and the server's clock alone, in the order in which one thing hides another. */
export function dropState({ coupon, gone, now, loggedIn, pass, claim }: DropFacts): DropState {
  if (pass) return { kind: 'mine', sequence: pass.sequence };
  if (claim) return { kind: claim };
  if (loggedIn === undefined) return { kind: 'checking' };

  if (now >= Date.parse(coupon.endsAt)) return { kind: 'ended' };
  if (gone || coupon.quantity <= 0) return { kind: 'soldOut' };
  if (coupon.status === 'COMPLETE') return { kind: 'ended' };
  if (coupon.status === 'PAUSED') return { kind: 'paused' };

  const inMs = Date.parse(coupon.startsAt) - now;
  if (inMs > 0) return { kind: 'opensLater', inMs };
  return { kind: loggedIn ? 'open' : 'logIn' };
}
