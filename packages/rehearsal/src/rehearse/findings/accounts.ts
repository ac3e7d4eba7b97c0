import { compareWithRows, type Breaches } from '#drop/compare-with-rows.js';
import type { Reader } from '#rehearse/crowd/reader.js';
import type { HeldPass } from '#rehearse/staff.js';

type Told = Pick<Reader, 'id' | 'passes' | 'refusals' | 'open'>;

/** What the readers were told against what the database holds. All of them must be 0. */
export interface Accounts extends Breaches {
  /** Readers who were told "all gone" and hold a pass. */
  readonly deniedAndHeld: number;
  /** Passes of somebody who is none of the readers. */
  readonly strangers: number;
  /** Passes left over, though readers were told that nothing is left. */
  readonly leftOver: number;
  /** Readers who still had no certain answer when patience was over. */
  readonly unanswered: number;
  /** Readers who were told something that no rehearsal gives a reason for. */
  readonly errors: number;
}

/** The one refusal that a rehearsal gives a reason for; whoever was told another one met an error. */
const ALL_GONE = 'CouponSoldOut';

export function settleAccounts(readers: readonly Told[], held: readonly HeldPass[], total: number): Accounts {
  const told = readers.flatMap(({ id, passes }) => passes.map((pass) => ({ userId: id, ...pass })));
  const rows = held.map(({ readerId, ...pass }) => ({ userId: readerId, ...pass }));
  const holders = new Set(rows.map(({ userId }) => userId));
  const known = new Set(readers.map(({ id }) => id));
  const denied = readers.filter(({ refusals }) => refusals.includes(ALL_GONE));
  return {
    ...compareWithRows(total, told, rows),
    deniedAndHeld: denied.filter(({ id }) => holders.has(id)).length,
    strangers: rows.filter(({ userId }) => !known.has(userId)).length,
    leftOver: denied.length > 0 ? Math.max(0, total - rows.length) : 0,
    unanswered: readers.filter(({ open }) => open > 0).length,
    errors: readers.filter(({ refusals }) => refusals.some((refusal) => refusal !== ALL_GONE)).length,
  };
}
