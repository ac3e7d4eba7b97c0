import { bookInput } from '#admin/books/book-input.js';
import { couponOfSomeBook } from '#admin/coupons/coupon-input.js';
import type { BookLine, CouponLine, RawFields } from '#admin/imports/import-lines.js';
import { checkInput, clientId } from '#admin/staff-input.js';
import { parseFromNow, parseInstant } from '#coupons/moment.js';
import type { InputProblem } from '#platform/errors.js';

type Place = Pick<BookLine, 'line' | 'place' | 'says'>;

const REQUIRED = {
  book: ['title', 'author'],
  coupon: ['number', 'totalQuantity', 'startsAt', 'endsAt', 'useWithinDays', 'readingDays'],
};

/** A book as a file has it, held against the rules of every book. */
export function readBookLine(raw: RawFields, place: Place): BookLine {
  const id = raw['id'] === undefined ? undefined : checkInput(clientId, raw['id']);
  const { data, problems } = checkInput(bookInput, { description: '', ...raw });
  return {
    ...place,
    type: 'BOOK',
    label: words(raw['title']),
    id: id?.data,
    facts: data,
    problems: [
      ...(id?.problems ?? []).map(() => ({
        field: 'id',
        reason: 'BAD_FORMAT',
        message: 'Expected a UUID, or nothing.',
      })),
      ...missingFirst(REQUIRED.book, raw, problems),
    ],
  };
}

/** A coupon as a file has it, held against the rules of every coupon. */
export function readCouponLine(raw: RawFields, book: CouponLine['book'], place: Place): CouponLine {
  const moments = ['startsAt', 'endsAt'].map((field) => [field, readMoment(raw[field])] as const);
  const { data, problems } = checkInput(couponOfSomeBook, {
    visibility: 'LISTED',
    ...raw,
    ...Object.fromEntries(moments.map(([field, found]) => [field, found?.at])),
  });
  const badMoments = moments.filter(([, found]) => !found).map(([field]) => badMoment(field));
  const others = problems.filter(({ field }) => !badMoments.some((bad) => bad.field === field));
  return {
    ...place,
    type: 'COUPON',
    label: words(raw['number']),
    book,
    facts: data,
    timesMove: moments.some(([, found]) => found?.moves),
    problems: [
      ...(book
        ? []
        : [{ field: 'book', reason: 'REQUIRED', message: 'Expected the id or the exact title of its book.' }]),
      ...missingFirst(REQUIRED.coupon, raw, [...others, ...badMoments]),
    ],
  };
}

/** What is not there is called missing, whatever else could be said of it. */
function missingFirst(required: readonly string[], raw: RawFields, problems: readonly InputProblem[]): InputProblem[] {
  const missing = required.filter((field) => raw[field] === undefined);
  return [
    ...missing.map((field) => ({ field, reason: 'REQUIRED', message: 'This must not be empty.' })),
    ...problems.filter(({ field }) => !missing.includes(field)),
  ];
}

/** As people and spreadsheets write one, in Korea's time. */
const LOCAL = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d)?)$/;

function readMoment(raw: unknown): { at: Date; moves: boolean } | undefined {
  if (typeof raw !== 'string') return undefined;
  const moving = parseFromNow(raw);
  if (moving) return { at: moving, moves: true };
  const at =
    parseInstant(raw) ?? parseInstant(raw.replace(LOCAL, (_, day, time) => `${day}T${withSeconds(time)}+09:00`));
  return at && { at, moves: false };
}

const withSeconds = (time: string) => (time.length === 5 ? `${time}:00` : time);

function badMoment(field: string): InputProblem {
  return {
    field,
    reason: 'BAD_TIME',
    message: 'Expected a time as 2026-12-24 12:00 (in Korea), or with its offset: 2026-12-24T12:00:00+09:00.',
  };
}

const words = (value: unknown) => (typeof value === 'string' ? value.slice(0, 200) : '');
