import { z } from 'zod';

import { sortOf, type StaffResource } from '#admin/data-provider/staff-resource.ts';
import { filterIds, filterText, filterWords, formText } from '#admin/data-provider/value-schemas.ts';
import {
  CreateUserDocument,
  DeleteUsersDocument,
  ExportUsersDocument,
  StaffUserDocument,
  StaffUsersDocument,
} from '#admin/generated/operations.ts';
import { ROLES } from '#admin/resources/users/roles.ts';

const SORTS = { createdAt: 'CREATED_AT', username: 'USERNAME' } as const;

const filters = z.object({
  search: filterText,
  ids: filterIds,
  role: filterWords(ROLES),
  createdFrom: filterText,
  createdTo: filterText,
});

const input = z.object({ username: formText, password: formText, role: z.enum(ROLES).catch('READER') });

export const usersData: StaffResource = {
  async list(send, { sort, filter, ...page }) {
    const variables = { ...page, ...sortOf(SORTS, sort), filter: filters.parse(filter) };
    return (await send(StaffUsersDocument, variables)).users;
  },
  async one(send, id) {
    return (await send(StaffUserDocument, { id })).user;
  },
  async create(send, id, values) {
    return (await send(CreateUserDocument, { id, input: input.parse(values) })).createUser;
  },
  async remove(send, ids) {
    return (await send(DeleteUsersDocument, { ids })).deleteUsers;
  },
  async exportRows(send, filter) {
    return (await send(ExportUsersDocument, { filter: filters.parse(filter) })).exportUsers;
  },
};
