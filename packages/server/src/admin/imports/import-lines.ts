import type { z } from 'zod';
import type { bookInput } from '#admin/books/book-input.js';
import type { couponOfSomeBook } from '#admin/coupons/coupon-input.js';
import type { InputProblem } from '#platform/errors.js';

interface LineBase {
  /** Counted from 1, the header is the first; null in JSON. */
  readonly line: number | null;
  /** `line 12`, or `books[0].coupons[1]`. */
  readonly place: string;
  /** What people call it; empty when it has no name yet. */
  readonly label: string;
  /** The fields that the file has a column or a name for, empty or not; of the others it says nothing. */
  readonly says: ReadonlySet<string>;
  /** What is wrong with it by itself. */
  readonly problems: InputProblem[];
}

export interface BookLine extends LineBase {
  readonly type: 'BOOK';
  /** Undefined: it gets one, and is known by title and author. */
  readonly id: string | undefined;
  /** Undefined when something is wrong with them. */
  readonly facts: z.infer<typeof bookInput> | undefined;
}

export interface CouponLine extends LineBase {
  readonly type: 'COUPON';
  /** How the file names its book; undefined when it does not. */
  readonly book: { readonly id: string } | { readonly title: string } | { readonly line: BookLine } | undefined;
  readonly facts: z.infer<typeof couponOfSomeBook> | undefined;
  /** Its times are counted from now, so that they are others at every look. */
  readonly timesMove: boolean;
}

/** One thing that a file asks for. */
export type ImportLine = BookLine | CouponLine;

/** What a file has of one thing, under the names of its fields; what is left empty is not there. */
export type RawFields = Readonly<Record<string, unknown>>;
