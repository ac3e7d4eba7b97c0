import { bookConditions, bookList } from '#admin/books/book-list.js';
import type { BookFilter, BookSort, StaffBook } from '#admin/books/books.types.js';
import type { Connection } from '#admin/lists/connection.types.js';
import { findPage, ONE_ROW, type Page } from '#admin/lists/find-page.js';
import type { StaffContext } from '#admin/staff-context.js';

/** A page of books. @throws PublicError BAD_USER_INPUT */
export function findBooks(
  { database }: Pick<StaffContext, 'database'>,
  page: Page,
  { sort, filter }: { sort: BookSort; filter?: BookFilter | null },
): Promise<Connection<StaffBook>> {
  return findPage(database.pool, bookList, page, { sort, conditions: bookConditions(filter) });
}

/** One book; null when there is none. */
export async function findBook(context: Pick<StaffContext, 'database'>, id: string): Promise<StaffBook | null> {
  const { edges } = await findBooks(context, ONE_ROW, { sort: 'CREATED_AT', filter: { ids: [id] } });
  return edges[0]?.node ?? null;
}
