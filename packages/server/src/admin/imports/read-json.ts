import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { fileProblem } from '#admin/imports/file-problem.js';
import { LINES_MAX, tooMany } from '#admin/imports/import-limits.js';
import type { BookLine, ImportLine, RawFields } from '#admin/imports/import-lines.js';
import { readBookLine, readCouponLine } from '#admin/imports/read-line.js';

const fields = z.record(z.string(), z.unknown());
const file = z.strictObject({
  readers: z.literal(0).optional(),
  books: z.array(fields.and(z.object({ coupons: z.array(fields).optional() }))).min(1),
});

/** Entries that are read before others have their turn. */
const TURN = 500;
/** Of one entry; there are ten that we know. */
const FIELDS_MAX = 100;
const BOOK = new Set(['id', 'title', 'author', 'description', 'coverUrl', 'coupons']);
const COUPON = new Set(
  'number totalQuantity visibility startsAt endsAt useWithinDays readingDays status issued'.split(' '),
);

/**
 * The books and coupons of a data file, as `npm run load-data` takes it; without passes, which an import issues to nobody.
 * @throws PublicError BAD_USER_INPUT for what is no such file
 */
export async function readJson(text: string): Promise<ImportLine[]> {
  const parsed = parseJson(text);
  refuseTooMuch(parsed);
  const { data, error } = file.safeParse(parsed);
  if (error) {
    const [issue] = error.issues;
    const place = z.core.toDotPath(issue?.path ?? []);
    throw fileProblem(
      'NOT_A_DATA_FILE',
      `Expected { "books": [ … ] } as data/initial.json has it, without readers${place && `; look at ${place}`}.`,
    );
  }
  const lines: ImportLine[] = [];
  const add = async (line: ImportLine) => {
    if (lines.push(line) % TURN === 0) await setImmediate();
  };
  for (const [index, book] of data.books.entries()) {
    const place = `books[${index}]`;
    const line = readBookLine(withoutNulls(book), { line: null, place, says: saidBy(book) });
    line.problems.push(...unknown(book, BOOK));
    await add(line);
    for (const [at, coupon] of (book.coupons ?? []).entries()) {
      await add(readCoupon(coupon, line, `${place}.coupons[${at}]`));
    }
  }
  return lines;
}

/** Counts before anything is looked at: what is said of millions of wrong entries would fill the memory. */
function refuseTooMuch(parsed: unknown): void {
  let count = 0;
  for (const book of listIn(parsed, 'books')) {
    const coupons = listIn(book, 'coupons');
    count += 1 + coupons.length;
    if (count > LINES_MAX) throw tooMany('entries');
    if (![book, ...coupons].some(hasTooManyFields)) continue;
    throw fileProblem('NOT_A_DATA_FILE', `A book or a coupon in this file has more than ${FIELDS_MAX} fields.`);
  }
}

function hasTooManyFields(entry: unknown): boolean {
  return typeof entry === 'object' && entry !== null && Object.keys(entry).length > FIELDS_MAX;
}

function listIn(value: unknown, field: string): readonly unknown[] {
  const list: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
  return Array.isArray(list) ? list : [];
}

function readCoupon(raw: RawFields, line: BookLine, place: string): ImportLine {
  const coupon = readCouponLine(withoutNulls(raw), { line }, { line: null, place, says: saidBy(raw) });
  coupon.problems.push(...unknown(raw, COUPON));
  if ((raw['issued'] ?? 0) !== 0) {
    coupon.problems.push({
      field: 'issued',
      reason: 'NO_PASSES',
      message: 'An import issues no passes: leave this out.',
    });
  }
  if ((raw['status'] ?? 'ACTIVE') !== 'ACTIVE') {
    coupon.problems.push({
      field: 'status',
      reason: 'NOT_ACTIVE',
      message: 'An imported coupon is ACTIVE: leave this out, and pause it afterwards.',
    });
  }
  return coupon;
}

function unknown(raw: RawFields, known: ReadonlySet<string>) {
  return Object.keys(raw)
    .filter((field) => !known.has(field))
    .map((field) => ({ field, reason: 'UNKNOWN_FIELD', message: `Expected one of ${[...known].join(', ')}.` }));
}

/** With those that are null: they say that there is nothing. */
const saidBy = (raw: RawFields): ReadonlySet<string> => new Set(Object.keys(raw));

/** Null is how JSON leaves something empty. */
function withoutNulls(raw: RawFields): RawFields {
  return Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== null));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw fileProblem('NOT_JSON', `The file is not JSON${error instanceof Error ? `: ${error.message}` : ''}.`);
  }
}
