import { z } from 'zod';
import { bookColumns, bookRow } from '#admin/books/book-list.js';
import { batchStatuses } from '#admin/coupon-batches/coupon-batch.entity.js';
import type { BatchSort, CouponBatch, CouponBatchFilter } from '#admin/coupon-batches/coupon-batches.types.js';
import { amongIds, typed, within } from '#admin/lists/list-filters.js';
import { likeText, when, type Condition, type List } from '#admin/lists/list.js';
import { instant } from '#coupons/coupon-rows.js';

const batchRow = z.object({
  id: z.string(),
  book: bookRow,
  pattern: z.string(),
  count: z.int(),
  made: z.int(),
  totalQuantity: z.int(),
  startsAt: instant,
  endsAt: instant,
  useWithinDays: z.int(),
  readingDays: z.int(),
  status: z.enum(batchStatuses),
  problem: z.string().nullable(),
  createdAt: instant,
  finishedAt: instant.nullable(),
});

export const batchList: List<BatchSort, CouponBatch> = {
  from: 'coupon_batch cb join book b on b.id = cb.book_id',
  columns: `cb.id, cb.pattern, cb.count, cb.made, cb.total_quantity as "totalQuantity", cb.starts_at as "startsAt",
    cb.ends_at as "endsAt", cb.use_within_days as "useWithinDays", cb.reading_days as "readingDays", cb.status,
    cb.problem, cb.created_at as "createdAt", cb.finished_at as "finishedAt",
    (select to_jsonb(book) from (select ${bookColumns}) book) as book`,
  row: batchRow,
  sorts: {
    CREATED_AT: { column: 'cb.created_at', type: 'timestamptz' },
    PATTERN: { column: 'cb.pattern', type: 'text' },
    COUNT: { column: 'cb.count', type: 'integer' },
  },
  key: [{ column: 'cb.id', type: 'uuid' }],
};

export function batchConditions(filter: CouponBatchFilter | null | undefined): readonly Condition[] {
  return [
    ...when(typed(filter?.search), (text, place) => {
      const like = place(`%${likeText(text)}%`);
      return `cb.pattern ilike ${like} or b.title ilike ${like}`;
    }),
    ...amongIds('cb.id', filter?.ids),
    ...amongIds('cb.book_id', typeof filter?.bookId === 'string' ? [filter.bookId] : null),
    ...when(filter?.status, (status, place) => `cb.status = any(${place(status)})`),
    ...within('cb.created_at', filter?.createdFrom, filter?.createdTo),
  ];
}
