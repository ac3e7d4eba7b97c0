import { z } from 'zod';
import { amongIds, typed, within } from '#admin/lists/list-filters.js';
import { likeText, when, type Condition, type List } from '#admin/lists/list.js';
import type { UserFilter, UserSort } from '#admin/users/users.types.js';
import { normaliseUsername } from '#auth/credential-rules.js';
import { roles } from '#auth/role.js';
import { instant } from '#coupons/coupon-rows.js';

export const userRow = z.object({
  id: z.string(),
  username: z.string(),
  role: z.enum(roles),
  createdAt: instant,
  version: z.int(),
  canLogIn: z.boolean(),
  passCount: z.int(),
  sessionCount: z.int(),
});

/** The columns of `userRow`, for `from "user" u`. */
export const userColumns = `
  u.id, u.username, u.role, u.created_at as "createdAt", u.version, u.password_hash is not null as "canLogIn",
  (select count(*)::integer from user_coupon where user_id = u.id) as "passCount",
  (select count(*)::integer from session s
   where s.user_id = u.id and s.revoked_at is null and s.expires_at > now()) as "sessionCount"`;

export const userList: List<UserSort, z.infer<typeof userRow>> = {
  from: '"user" u',
  columns: userColumns,
  row: userRow,
  sorts: {
    CREATED_AT: { column: 'u.created_at', type: 'timestamptz' },
    USERNAME: { column: 'u.username_key', type: 'text' },
  },
  key: [{ column: 'u.id', type: 'uuid' }],
};

/** The thousands of readers that a rehearsal makes and deletes are nobody's business here. */
const NO_REHEARSAL: Condition = () => 'not exists (select from rehearsal_reader r where r.user_id = u.id)';

export function userConditions(filter: UserFilter | null | undefined): readonly Condition[] {
  return [
    NO_REHEARSAL,
    ...when(typed(filter?.search), (text, place) => {
      return `u.username_key like ${place(`${likeText(normaliseUsername(text).usernameKey)}%`)}`;
    }),
    ...amongIds('u.id', filter?.ids),
    ...when(filter?.role, (role, place) => `u.role = any(${place(role)}::text[])`),
    ...within('u.created_at', filter?.createdFrom, filter?.createdTo),
  ];
}
