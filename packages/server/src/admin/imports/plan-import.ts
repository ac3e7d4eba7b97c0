import { v7 as uuid } from 'uuid';
import type { BookLine, CouponLine, ImportLine } from '#admin/imports/import-lines.js';
import { differences } from '#admin/imports/differences.js';
import type { WhatIsThere } from '#admin/imports/what-is-there.js';
import type { InputProblem } from '#platform/errors.js';

/** CREATE: it is not there yet. SAME: it is there just so, and stays. PROBLEM: nothing of the file is imported. */
export type Outcome = 'CREATE' | 'SAME' | 'PROBLEM';

/** What would become of one line. */
export interface PlannedLine {
  readonly of: ImportLine;
  readonly outcome: Outcome;
  readonly problems: readonly InputProblem[];
  /** Of the book, or of the coupon's book, as far as it is known. */
  readonly bookId: string | undefined;
}

/** Holds the lines of a file against the database and against each other. */
export function planImport(lines: readonly ImportLine[], there: WhatIsThere): PlannedLine[] {
  const seen = new Map<string, string>();
  const bookIds = new Map<BookLine, string>();
  return lines.map((line) => {
    const problems = [...line.problems, ...twice(line, seen)];
    const planned = line.type === 'BOOK' ? planBook(line, there) : planCoupon(line, there, bookIds);
    problems.push(...planned.problems);
    if (line.type === 'BOOK' && planned.bookId !== undefined) bookIds.set(line, planned.bookId);
    const outcome = problems.length > 0 ? 'PROBLEM' : planned.isThere ? 'SAME' : 'CREATE';
    return { of: line, outcome, problems, bookId: planned.bookId };
  });
}

interface Planned {
  readonly isThere: boolean;
  readonly problems: readonly InputProblem[];
  readonly bookId: string | undefined;
}

function planBook({ id, facts, says }: BookLine, { booksById, booksByTitle }: WhatIsThere): Planned {
  const there =
    id === undefined
      ? booksByTitle.get(facts?.title ?? '')?.find(({ author }) => author === facts?.author)
      : booksById.get(id);
  if (!there) return { isThere: false, problems: [], bookId: id ?? uuid() };
  return { isThere: true, problems: facts ? differences(facts, there, says) : [], bookId: there.id };
}

function planCoupon(
  { book, facts, says, timesMove }: CouponLine,
  there: WhatIsThere,
  bookIds: ReadonlyMap<BookLine, string>,
): Planned {
  const { bookId, problems } = findBook(book, there, bookIds);
  const coupon = facts && there.coupons.get(facts.number);
  if (!coupon) return { isThere: false, problems, bookId };
  const { startsAt, endsAt, ...rest } = facts;
  const expected = { ...rest, ...(timesMove ? {} : { startsAt, endsAt }) };
  const otherBook: InputProblem = {
    field: 'book',
    reason: 'DIFFERS',
    message: `The coupon ${facts.number} is there, and is of another book. Give this one another number.`,
  };
  return {
    isThere: true,
    bookId,
    problems: [
      ...problems,
      ...(bookId !== undefined && bookId !== coupon.bookId ? [otherBook] : []),
      ...differences(expected, coupon, says),
    ],
  };
}

function findBook(
  book: CouponLine['book'],
  { booksById, booksByTitle }: WhatIsThere,
  bookIds: ReadonlyMap<BookLine, string>,
): { bookId: string | undefined; problems: InputProblem[] } {
  if (!book) return { bookId: undefined, problems: [] };
  if ('line' in book) return { bookId: bookIds.get(book.line), problems: [] };
  const found = 'id' in book ? booksById.get(book.id) : undefined;
  if (found) return { bookId: found.id, problems: [] };
  if ('id' in book) return problem('BOOK_UNKNOWN', `There is no book with the id ${book.id.slice(0, 60)}.`);
  const [named, another] = booksByTitle.get(book.title) ?? [];
  if (!named)
    return problem(
      'BOOK_UNKNOWN',
      `There is no book called 『${book.title.slice(0, 200)}』. Import the books first, or give the exact title.`,
    );
  if (another)
    return problem(
      'BOOK_AMBIGUOUS',
      `Several books are called 『${book.title}』. Give the id of the one that is meant.`,
    );
  return { bookId: named.id, problems: [] };
}

function problem(reason: string, message: string) {
  return { bookId: undefined, problems: [{ field: 'book', reason, message }] };
}

/** The second of two that ask for the same names the first. */
function twice(line: ImportLine, seen: Map<string, string>): InputProblem[] {
  return keysOf(line).flatMap(([field, key]) => {
    const first = seen.get(key);
    if (first === undefined) seen.set(key, line.place);
    return first === undefined
      ? []
      : [{ field, reason: 'TWICE', message: `The same stands at ${first}. Leave one of them out.` }];
  });
}

function keysOf(line: ImportLine): [field: string, key: string][] {
  if (line.type === 'COUPON') return line.facts ? [['number', `number ${line.facts.number}`]] : [];
  if (line.id !== undefined) return [['id', `id ${line.id}`]];
  return line.facts ? [['title', JSON.stringify([line.facts.title, line.facts.author])]] : [];
}
