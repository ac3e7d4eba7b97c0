import type { ToldPass } from '#drop/read-claim.js';

/** One answer "issued", and to whom. */
export type Told = Pick<ToldPass, 'sequence' | 'code'> & { readonly userId: string };

/** One row of `user_coupon`. */
export interface IssuedRow {
  readonly userId: string;
  readonly sequence: number;
  readonly code: string;
}

/** What must be zero after a drop. */
export interface Breaches {
  /** Passes beyond the coupon's total. */
  readonly overIssued: number;
  /** Passes that a reader was told of and that are not there as he was told: reader, place and code. */
  readonly lost: number;
  /** Readers who hold two, and places or codes that two hold or were told. */
  readonly double: number;
}

/** Holds what readers were told against what the database has for this coupon. */
export function compareWithRows(totalQuantity: number, told: readonly Told[], rows: readonly IssuedRow[]): Breaches {
  const rowOf = new Map(rows.map((row) => [row.userId, row]));
  const isThere = ({ userId, sequence, code }: Told) => {
    const row = rowOf.get(userId);
    return row?.sequence === sequence && row.code === code;
  };
  // The same pass told twice to the same reader is one pass: asking again is safe.
  const passes = new Map(told.map((pass) => [`${pass.userId} ${pass.sequence} ${pass.code}`, pass]));
  return {
    overIssued: Math.max(0, rows.length - totalQuantity),
    lost: told.filter((pass) => !isThere(pass)).length,
    double: Math.max(countRepeated(rows), countRepeated([...passes.values()])),
  };
}

function countRepeated(passes: readonly IssuedRow[]): number {
  const keys = ['userId', 'sequence', 'code'] as const;
  return Math.max(...keys.map((key) => passes.length - new Set(passes.map((pass) => pass[key])).size));
}
