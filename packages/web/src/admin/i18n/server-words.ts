import type { StaffAuditEntryFieldsFragment } from '#admin/generated/operations.ts';

type Translate = (key: string, options?: Record<string, unknown>) => string;
type Said = Pick<StaffAuditEntryFieldsFragment, 'actorId' | 'actorName' | 'action' | 'note'>;

/** What the server writes into the log by itself always has the same words around its numbers. */
const NOTES: Readonly<Record<string, RegExp>> = {
  'couponBatch.finish': /^(?<made>[\d,]+) coupons were made; they have no entries of their own\.$/,
  'recurringDrop.problem':
    /^(?<numbers>.+): another coupon has this number, so there is none for that day\. Give that one another number, or this drop another pattern\.$/,
};

/** Who did it: a person by the username, the server itself and its commands in words. */
export function actorWords({ actorId, actorName }: Said, translate: Translate): string {
  return actorId === null ? translate(`auditActors.${actorName}`, { _: actorName }) : actorName;
}

/** Why: what a person wrote as it is, and of the server's own what is known in words. */
export function noteWords({ actorId, action, note }: Said, translate: Translate): string | null {
  const parts = actorId === null ? NOTES[action]?.exec(note ?? '')?.groups : undefined;
  return parts ? translate(`auditNotes.${action}`, parts) : (note ?? null);
}
