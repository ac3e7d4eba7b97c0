import { z } from 'zod';
import { defineExport, moment, plain, type FilterFields } from '#admin/exports/export-list.js';
import { listFilterFields } from '#admin/exports/filter-fields.js';
import { userConditions, userList } from '#admin/users/user-list.js';
import type { UserFilter } from '#admin/users/users.types.js';
import { ADMINS, roles } from '#auth/role.js';

const fields = {
  ...listFilterFields,
  role: z.array(z.enum(roles)).nullable().default(null),
} satisfies FilterFields<UserFilter>;

export const usersExport = defineExport<UserFilter>({
  name: 'users',
  label: { en: 'users', ko: '이용자' },
  roles: ADMINS,
  filter: z.strictObject(fields),
  from: userList.from,
  conditions: userConditions,
  order: [userList.sorts.CREATED_AT, ...userList.key],
  columns: [
    ...plain({ id: 'u.id', username: 'u.username', role: 'u.role' }),
    ...moment('createdAt', 'u.created_at'),
    ...plain({
      canLogIn: 'u.password_hash is not null',
      passCount: '(select count(*)::integer from user_coupon where user_id = u.id)',
      version: 'u.version',
    }),
  ],
});
