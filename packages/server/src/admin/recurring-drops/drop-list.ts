import { z } from 'zod';
import { bookColumns, bookRow } from '#admin/books/book-list.js';
import { amongIds, typed, within } from '#admin/lists/list-filters.js';
import { likeText, when, type Condition, type List } from '#admin/lists/list.js';
import { UPCOMING_OF_DROP } from '#admin/recurring-drops/openings.js';
import type { DropSort, RecurringDrop, RecurringDropFilter } from '#admin/recurring-drops/recurring-drops.types.js';
import { weekdaysOf } from '#admin/recurring-drops/weekdays.js';
import { couponVisibilities } from '#coupons/coupon.entity.js';
import { instant } from '#coupons/coupon-rows.js';

const dropRow = z.object({
  id: z.string(),
  book: bookRow,
  numberPattern: z.string(),
  timeOfDay: z.string(),
  zone: z.string(),
  days: z.array(z.int()).transform(weekdaysOf),
  openMinutes: z.int(),
  totalQuantity: z.int(),
  visibility: z.enum(couponVisibilities),
  useWithinDays: z.int(),
  readingDays: z.int(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  isPaused: z.boolean(),
  skippedDays: z.array(z.string()),
  problem: z.string().nullable(),
  version: z.int(),
  createdAt: instant,
  upcoming: z.array(instant),
});

export const dropList: List<DropSort, RecurringDrop> = {
  from: 'recurring_drop r join book b on b.id = r.book_id',
  columns: `r.id, r.number_pattern as "numberPattern", to_char(r.time_of_day, 'HH24:MI') as "timeOfDay", r.zone,
    to_jsonb(r.days) as days, r.open_minutes as "openMinutes", r.total_quantity as "totalQuantity", r.visibility,
    r.use_within_days as "useWithinDays", r.reading_days as "readingDays", r.starts_on::text as "startsOn",
    r.ends_on::text as "endsOn", r.is_paused as "isPaused", to_jsonb(r.skipped_days) as "skippedDays", r.problem,
    r.version, r.created_at as "createdAt", ${UPCOMING_OF_DROP} as upcoming,
    (select to_jsonb(book) from (select ${bookColumns}) book) as book`,
  row: dropRow,
  sorts: {
    CREATED_AT: { column: 'r.created_at', type: 'timestamptz' },
    NUMBER_PATTERN: { column: 'r.number_pattern', type: 'text' },
    TOTAL_QUANTITY: { column: 'r.total_quantity', type: 'integer' },
  },
  key: [{ column: 'r.id', type: 'uuid' }],
};

export function dropConditions(filter: RecurringDropFilter | null | undefined): readonly Condition[] {
  return [
    ...when(typed(filter?.search), (text, place) => {
      const like = place(`%${likeText(text)}%`);
      return `r.number_pattern ilike ${like} or b.title ilike ${like}`;
    }),
    ...amongIds('r.id', filter?.ids),
    ...amongIds('r.book_id', typeof filter?.bookId === 'string' ? [filter.bookId] : null),
    ...when(filter?.isPaused, (isPaused, place) => `r.is_paused = ${place(isPaused)}`),
    ...within('r.created_at', filter?.createdFrom, filter?.createdTo),
  ];
}
