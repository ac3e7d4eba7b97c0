import { z } from 'zod';

import type { StaffAuditEntryFieldsFragment } from '#admin/generated/operations.ts';
import { stateOf, type Pass } from '#admin/resources/userCoupons/pass.ts';

/** One thing that happened to a pass. */
export interface PassEvent {
  readonly kind: 'issued' | 'used' | 'expired' | 'readingOver' | 'revoke' | 'revokeReturned' | 'undoUse' | 'extend';
  readonly at: string;
  /** Who of the staff did it, and why; null for what the reader or the clock did. */
  readonly by: { readonly name: string; readonly note: string | null } | null;
  /** The clock that was moved: from, to. */
  readonly moved: { readonly before: string; readonly after: string } | null;
}

const undone = z.object({ usedAt: z.string() });
const returned = z.object({ returnedToStock: z.literal(true) });
const clock = z.union([
  z.object({ expiresAt: z.string() }).transform(({ expiresAt }) => expiresAt),
  z.object({ readableUntil: z.string() }).transform(({ readableUntil }) => readableUntil),
]);

/** What happened to a pass, oldest first: from its row, and from the log what the row no longer shows. */
export function storyOf(pass: Pass, log: readonly StaffAuditEntryFieldsFragment[], now = Date.now()): PassEvent[] {
  const events = [own('issued', pass.createdAt), ...log.flatMap(told)];
  if (pass.usedAt !== null) events.push(own('used', pass.usedAt));
  if (stateOf(pass, now) === 'EXPIRED') events.push(own('expired', pass.expiresAt));
  const readingIsOver = pass.readableUntil !== null && Date.parse(pass.readableUntil) <= now;
  if (readingIsOver && pass.revokedAt === null) events.push(own('readingOver', pass.readableUntil ?? ''));
  // Revoked by something that wrote no entry: the row still says when.
  if (pass.revokedAt !== null && !log.some(({ action }) => action === 'userCoupon.revoke')) {
    events.push(own(pass.returnedToStock ? 'revokeReturned' : 'revoke', pass.revokedAt));
  }
  return events.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

function own(kind: PassEvent['kind'], at: string): PassEvent {
  return { kind, at, by: null, moved: null };
}

function told({ action, at, actorName, note, before, after }: StaffAuditEntryFieldsFragment): PassEvent[] {
  const by = { name: actorName, note };
  switch (action) {
    case 'userCoupon.revoke':
      return [{ kind: returned.safeParse(after).success ? 'revokeReturned' : 'revoke', at, by, moved: null }];
    case 'userCoupon.undoUse': {
      // The use that was undone stands in no row any more.
      const use = undone.safeParse(before).data;
      return [...(use ? [own('used', use.usedAt)] : []), { kind: 'undoUse', at, by, moved: null }];
    }
    case 'userCoupon.extend': {
      const [from, to] = [clock.safeParse(before).data, clock.safeParse(after).data];
      const moved = from !== undefined && to !== undefined ? { before: from, after: to } : null;
      return [{ kind: 'extend', at, by, moved }];
    }
    default:
      return [];
  }
}
