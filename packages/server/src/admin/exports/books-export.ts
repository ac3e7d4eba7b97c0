import { z } from 'zod';
import { bookConditions, bookList } from '#admin/books/book-list.js';
import type { BookFilter } from '#admin/books/books.types.js';
import { defineExport, moment, plain, type FilterFields } from '#admin/exports/export-list.js';
import { listFilterFields } from '#admin/exports/filter-fields.js';
import { STAFF } from '#auth/role.js';

const fields = { ...listFilterFields } satisfies FilterFields<BookFilter>;

export const booksExport = defineExport<BookFilter>({
  name: 'books',
  label: { en: 'books', ko: '책' },
  roles: STAFF,
  filter: z.strictObject(fields),
  from: bookList.from,
  conditions: bookConditions,
  order: [bookList.sorts.CREATED_AT, ...bookList.key],
  columns: [
    ...plain({
      id: 'b.id',
      title: 'b.title',
      author: 'b.author',
      description: 'b.description',
      coverUrl: 'b.cover_url',
    }),
    ...moment('createdAt', 'b.created_at'),
    ...plain({
      version: 'b.version',
      couponCount: '(select count(*)::integer from coupon where book_id = b.id)',
    }),
  ],
});
