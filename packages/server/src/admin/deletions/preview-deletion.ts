import { z } from 'zod';
import type { DeletionPreview } from '#admin/deletions/deletions.types.js';
import type { StaffContext } from '#admin/staff-context.js';
import { badInput, clientIds, readInput } from '#admin/staff-input.js';
import type { AuditObjectType } from '#audit/audit-entry.entity.js';

const row = z.object({
  id: z.string(),
  label: z.string(),
  coupons: z.int(),
  passes: z.int(),
  sessions: z.int(),
  neededBy: z.string().nullable(),
});

/** For each kind: what it is called, what hangs on it, and what else needs it. Passes refuse in any case. */
const queries: Readonly<Partial<Record<AuditObjectType, string>>> = {
  BOOK: `
    select b.id, b.title as label, count(c.id)::integer as coupons,
      coalesce(sum(c.issued_quantity), 0)::integer as passes, 0 as sessions,
      case when exists (select from coupon_batch where book_id = b.id) then 'BATCH'
        when exists (select from recurring_drop where book_id = b.id) then 'RECURRING_DROP' end as "neededBy"
    from book b left join coupon c on c.book_id = b.id where b.id = any($1::uuid[]) group by b.id`,
  COUPON: `
    select id, number as label, 1 as coupons, issued_quantity as passes, 0 as sessions, null as "neededBy"
    from coupon where id = any($1::uuid[])`,
  USER: `
    select id, username as label, 0 as coupons,
      (select count(*)::integer from user_coupon p where p.user_id = u.id) as passes,
      (select count(*)::integer from session s
       where s.user_id = u.id and s.revoked_at is null and s.expires_at > now()) as sessions,
      null as "neededBy"
    from "user" u where id = any($1::uuid[])`,
  COUPON_BATCH: `
    select b.id, b.pattern as label, count(c.id)::integer as coupons,
      coalesce(sum(c.issued_quantity), 0)::integer as passes, 0 as sessions, null as "neededBy"
    from coupon_batch b left join coupon c on c.batch_id = b.id where b.id = any($1::uuid[]) group by b.id`,
  // Its coupons that have opened stay, and with them their passes.
  RECURRING_DROP: `
    select r.id, r.number_pattern as label, 0 as passes, 0 as sessions, null as "neededBy",
      (select count(*)::integer from coupon c
       where c.recurring_drop_id = r.id and c.starts_at > now() and c.issued_quantity = 0) as coupons
    from recurring_drop r where r.id = any($1::uuid[])`,
};

/** What would go, and what would be refused, if these were deleted now. @throws PublicError BAD_USER_INPUT */
export async function previewDeletion(
  { database }: Pick<StaffContext, 'database'>,
  input: { type: AuditObjectType; ids: readonly string[] },
): Promise<DeletionPreview> {
  const text = queries[input.type];
  if (text === undefined) {
    throw badInput([{ field: 'type', reason: 'BAD_FORMAT', message: 'Things of this kind have no preview.' }]);
  }
  const { rows } = await database.pool.query(text, [readInput(clientIds, input.ids)]);
  const found = z.array(row).parse(rows);
  const sum = (count: (one: z.infer<typeof row>) => number) => found.reduce((total, one) => total + count(one), 0);
  return {
    coupons: sum(({ coupons }) => coupons),
    passes: sum(({ passes }) => passes),
    sessions: sum(({ sessions }) => sessions),
    refused: found.flatMap(({ id, label, passes, neededBy }) => {
      const reason = passes > 0 ? 'PASSES' : neededBy;
      return reason === null ? [] : [{ id, label, passes, reason }];
    }),
  };
}
