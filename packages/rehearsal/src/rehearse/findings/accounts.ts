import type { Reader } from '#rehearse/crowd/reader.js';
import type { HeldPass } from '#rehearse/staff.js';

type Told = Pick<Reader, 'id' | 'passes' | 'refusals' | 'open'>;

/** What the readers were told against what the database holds. All of them must be 0. */
export interface Accounts {
  /** Passes that a reader was told of and the database does not hold as his, with this place and code. */
  readonly lost: number;
  /** Readers with more than one pass, in the database or by what they were told. */
  readonly double: number;
  /** Passes beyond the coupon's total. */
  readonly overIssued: number;
  /** Readers who were told a definite no and hold a pass, or were told both. */
  readonly deniedAndHeld: number;
  /** Passes of somebody who is none of the readers. */
  readonly strangers: number;
  /** Passes left over, though readers were told that nothing is left. */
  readonly leftOver: number;
  /** Readers who still had no answer when patience was over. */
  readonly unanswered: number;
  /** Readers who got an error that no drop may give. */
  readonly errors: number;
}

/** Every definite no of the schema; whatever else a reader was told is an error. */
const DEFINITE_NO = new Set(['CouponSoldOut']);

export function settleAccounts(readers: readonly Told[], held: readonly HeldPass[], total: number): Accounts {
  const heldBy = Map.groupBy(held, ({ readerId }) => readerId);
  const known = new Set(readers.map(({ id }) => id));
  const isHeld = (reader: Told, pass: Told['passes'][number]) =>
    (heldBy.get(reader.id) ?? []).some(({ sequence, code }) => sequence === pass.sequence && code === pass.code);
  const refused = readers.some(({ refusals }) => refusals.includes('CouponSoldOut'));
  return {
    lost: sum(readers, (reader) => distinct(reader).filter((pass) => !isHeld(reader, pass)).length),
    double: count(readers, (reader) => distinct(reader).length > 1 || (heldBy.get(reader.id)?.length ?? 0) > 1),
    overIssued: Math.max(0, held.length - total),
    deniedAndHeld: count(readers, ({ id, refusals }) => refusals.some((no) => DEFINITE_NO.has(no)) && heldBy.has(id)),
    strangers: count([...heldBy.keys()], (id) => !known.has(id)),
    leftOver: refused ? Math.max(0, total - held.length) : 0,
    unanswered: count(readers, ({ open }) => open > 0),
    errors: count(readers, ({ refusals }) => refusals.some((no) => !DEFINITE_NO.has(no))),
  };
}

/** The passes that he was told of, each once, however often he asked. */
function distinct({ passes }: Told): Told['passes'] {
  return [...new Map(passes.map((pass) => [`${pass.sequence} ${pass.code}`, pass])).values()];
}

function count<T>(items: readonly T[], is: (item: T) => boolean): number {
  return items.filter(is).length;
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
