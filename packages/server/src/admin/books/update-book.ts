import { bookInput } from '#admin/books/book-input.js';
import type { BookInput, StaffBook } from '#admin/books/books.types.js';
import { findBook } from '#admin/books/find-books.js';
import { findForEdit } from '#admin/find-for-edit.js';
import type { StaffContext } from '#admin/staff-context.js';
import { clientId, readInput } from '#admin/staff-input.js';
import { staffWrite } from '#admin/staff-write.js';
import { BookEntity } from '#catalog/book.entity.js';
import { PublicError } from '#platform/errors.js';

/** Edits a book. @throws PublicError BAD_USER_INPUT, NOT_FOUND, CONFLICT (STALE) */
export async function updateBook(
  context: StaffContext,
  { id, version, input }: { id: string; version: number; input: BookInput },
): Promise<StaffBook> {
  const edited = readInput(bookInput, input);
  const bookId = readInput(clientId, id);
  await staffWrite(context, { action: 'book.update' }, async ({ em }) => {
    const book = await findForEdit(em, BookEntity, { id: bookId }, version);
    em.assign(book, edited);
  });
  const book = await findBook(context, bookId);
  if (!book) throw new PublicError('NOT_FOUND');
  return book;
}
