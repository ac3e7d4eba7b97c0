import { z } from 'zod';
import { AUTHOR_MAX, COVER_URL_MAX, DESCRIPTION_MAX, TITLE_MAX } from '#catalog/book-limits.js';
import { DAYS_MAX, TOTAL_MAX } from '#coupons/coupon-limits.js';
import { couponStatuses, couponVisibilities } from '#coupons/coupon.entity.js';
import { REHEARSAL_PREFIX } from '#coupons/coupon-number.js';
import { parseFromNow, parseInstant } from '#coupons/moment.js';
import { problemPlace, problemWords } from '#initial-data/data-problems.js';
import { StartupError } from '#platform/startup-error.js';

const moment = z.string().transform((text, context) => {
  const found = parseFromNow(text) ?? parseInstant(text);
  if (found) return found;
  context.addIssue({
    code: 'custom',
    message:
      'expected an instant with its offset (2026-12-24T12:00:00+09:00) or a signed duration from now (+P1D, -PT20M)',
  });
  return z.NEVER;
});

/** PostgreSQL has no place for a null byte. */
const text = z.string().regex(/^[^\0]*$/, 'must not have a null byte');
const days = z.int().min(1).max(DAYS_MAX);
const quantity = z.int().min(1).max(TOTAL_MAX);

const coupon = z
  .strictObject({
    number: z
      .string()
      .regex(/^[A-Z0-9][A-Z0-9-]{2,30}[A-Z0-9]$/, 'expected 4 to 32 of A-Z, 0-9 and - (not at the ends)')
      .refine(
        (number) => !number.startsWith(REHEARSAL_PREFIX),
        `expected no number that begins with ${REHEARSAL_PREFIX}`,
      ),
    totalQuantity: quantity,
    issued: z.int().min(0).default(0),
    status: z.enum(couponStatuses).default('ACTIVE'),
    visibility: z.enum(couponVisibilities).default('LISTED'),
    startsAt: moment,
    endsAt: moment,
    useWithinDays: days,
    readingDays: days,
  })
  .refine((c) => c.endsAt > c.startsAt, { path: ['endsAt'], error: 'expected a time after startsAt' })
  .refine((c) => c.issued <= c.totalQuantity, { path: ['issued'], error: 'expected no more than totalQuantity' })
  .refine((c) => c.issued !== c.totalQuantity || c.status === 'COMPLETE', {
    path: ['status'],
    error: 'expected COMPLETE, because every pass is issued',
  });

const book = z.strictObject({
  id: z.uuid('expected a UUID').toLowerCase(),
  title: text.min(1).max(TITLE_MAX),
  author: text.min(1).max(AUTHOR_MAX),
  description: text.max(DESCRIPTION_MAX),
  coverUrl: z
    .url({ protocol: /^https$/, error: 'expected an https address, or null' })
    .max(COVER_URL_MAX)
    .nullable()
    .default(null),
  coupons: z.array(coupon).default([]),
});

const dataFile = z
  .strictObject({
    /** Throw-away readers that hold the passes counted in `issued`. */
    readers: z.int().min(0).max(100_000).default(0),
    books: z.array(book).min(1),
  })
  .superRefine((data, context) => {
    const seen = new Set<string>();
    const unique = (path: PropertyKey[], value: string) => {
      if (seen.has(value)) context.addIssue({ code: 'custom', path, message: `"${value}" stands in this file twice` });
      seen.add(value);
    };
    for (const [b, { id, coupons }] of data.books.entries()) {
      unique(['books', b, 'id'], id);
      for (const [c, { number, issued }] of coupons.entries()) {
        const path = ['books', b, 'coupons', c];
        unique([...path, 'number'], number);
        if (issued > data.readers) {
          context.addIssue({
            code: 'custom',
            path: [...path, 'issued'],
            message: `expected no more than readers (${data.readers})`,
          });
        }
      }
    }
  });

export type DataFile = z.infer<typeof dataFile>;

/**
 * Reads a data file: books with their coupons, as data/initial.json shows.
 * @throws StartupError with each bad entry, its field and what was expected
 */
export function parseDataFile(text: string, name: string): DataFile {
  const file = parseJson(text, name);
  const { data, error } = dataFile.safeParse(file, { error: problemWords });
  if (data) return data;
  const lines = error.issues.map(({ path, message }) => `  ${problemPlace(file, path)}: ${message}`);
  throw new StartupError(
    `${name} has ${lines.length} mistake${lines.length === 1 ? '' : 's'}; nothing was loaded.\n${lines.join('\n')}`,
  );
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new StartupError(`${name} is not JSON; nothing was loaded. ${error instanceof Error ? error.message : ''}`);
  }
}
