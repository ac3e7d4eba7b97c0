import { bookInput } from '#admin/books/book-input.js';
import type { BookInput, StaffBook } from '#admin/books/books.types.js';
import { findBook } from '#admin/books/find-books.js';
import { createOnce } from '#admin/create-once.js';
import type { StaffContext } from '#admin/staff-context.js';
import { clientId, readInput } from '#admin/staff-input.js';
import { BookEntity } from '#catalog/book.entity.js';

/**
 * Adds a book under the client's id; asked again with the same, it answers the same book.
 * @throws PublicError BAD_USER_INPUT, or CONFLICT when the id is somebody else's
 */
export async function createBook(context: StaffContext, input: { id: string; input: BookInput }): Promise<StaffBook> {
  const id = readInput(clientId, input.id);
  const book = readInput(bookInput, input.input);
  await createOnce(context, { action: 'book.create', id }, ({ em }) => {
    em.persist(em.create(BookEntity, { id, ...book, createdAt: new Date() }));
  });
  const created = await findBook(context, id);
  if (!created) throw new Error('a book that was created a moment ago is not there');
  return created;
}
