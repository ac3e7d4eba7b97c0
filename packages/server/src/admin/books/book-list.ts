import { z } from 'zod';
import type { BookFilter, BookSort } from '#admin/books/books.types.js';
import { amongIds, typed, within } from '#admin/lists/list-filters.js';
import { likeText, when, type Condition, type List } from '#admin/lists/list.js';
import { instant } from '#coupons/coupon-rows.js';

export const bookRow = z.object({
  id: z.string(),
  title: z.string(),
  author: z.string(),
  description: z.string(),
  coverUrl: z.string().nullable(),
  createdAt: instant,
  version: z.int(),
});

/** The columns of `bookRow`, for `from book b`. */
export const bookColumns = `
  b.id, b.title, b.author, b.description, b.cover_url as "coverUrl", b.created_at as "createdAt", b.version`;

export const bookList: List<BookSort, z.infer<typeof bookRow>> = {
  from: 'book b',
  columns: bookColumns,
  row: bookRow,
  sorts: {
    CREATED_AT: { column: 'b.created_at', type: 'timestamptz' },
    TITLE: { column: 'b.title', type: 'text' },
    AUTHOR: { column: 'b.author', type: 'text' },
  },
  key: [{ column: 'b.id', type: 'uuid' }],
};

/** The throw-away book of a rehearsal is nobody's business here. */
const NO_REHEARSAL: Condition = () => 'not exists (select from rehearsal r where r.book_id = b.id)';

export function bookConditions(filter: BookFilter | null | undefined): readonly Condition[] {
  return [
    NO_REHEARSAL,
    ...when(typed(filter?.search), (text, place) => {
      const like = place(`%${likeText(text)}%`);
      return `b.title ilike ${like} or b.author ilike ${like}`;
    }),
    ...amongIds('b.id', filter?.ids),
    ...within('b.created_at', filter?.createdFrom, filter?.createdTo),
  ];
}
