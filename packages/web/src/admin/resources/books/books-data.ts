import { z } from 'zod';

import { sortOf, type StaffResource } from '#admin/data-provider/staff-resource.ts';
import { filterIds, filterText, formText } from '#admin/data-provider/value-schemas.ts';
import {
  CreateBookDocument,
  DeleteBooksDocument,
  ExportBooksDocument,
  StaffBookDocument,
  StaffBooksDocument,
  UpdateBookDocument,
} from '#admin/generated/operations.ts';

const SORTS = { createdAt: 'CREATED_AT', title: 'TITLE', author: 'AUTHOR' } as const;

const filters = z.object({ search: filterText, ids: filterIds, createdFrom: filterText, createdTo: filterText });

const input = z.object({ title: formText, author: formText, description: formText, coverUrl: z.string().nullish() });

export const booksData: StaffResource = {
  async list(send, { sort, filter, ...page }) {
    const variables = { ...page, ...sortOf(SORTS, sort), filter: filters.parse(filter) };
    return (await send(StaffBooksDocument, variables)).books;
  },
  async one(send, id) {
    return (await send(StaffBookDocument, { id })).book;
  },
  async create(send, id, values) {
    return (await send(CreateBookDocument, { id, input: input.parse(values) })).createBook;
  },
  async update(send, { id, version }, values) {
    return (await send(UpdateBookDocument, { id, version, input: input.parse(values) })).updateBook;
  },
  async remove(send, ids) {
    return (await send(DeleteBooksDocument, { ids })).deleteBooks;
  },
  async exportRows(send, filter) {
    return (await send(ExportBooksDocument, { filter: filters.parse(filter) })).exportBooks;
  },
};
