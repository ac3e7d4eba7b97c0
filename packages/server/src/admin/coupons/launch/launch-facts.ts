import type { Pool } from 'pg';
import { z } from 'zod';
import { REHEARSAL_PREFIX } from '#coupons/coupon-number.js';
import { instant } from '#coupons/coupon-rows.js';

const facts = z.object({
  now: instant,
  bookTitle: z.string().nullable(),
  largestOfBook: z.int().nullable(),
  largestOfAll: z.int().nullable(),
  readersAtMost: z.int(),
});
/** What a launch is held against. */
export type LaunchFacts = z.infer<typeof facts>;

/** Not itself, not the throw-away coupons of rehearsals, not printed codes with a pass or two each. */
const EARLIER = `from coupon where id is distinct from $2 and batch_id is null and number not like '${REHEARSAL_PREFIX}%'`;

/**
 * Reads what a launch is held against. Readers are counted up to one more than the passes: nobody asks further.
 * @param couponId the coupon that is being edited; it is not held against itself
 */
export async function readLaunchFacts(
  pool: Pool,
  { bookId, couponId, totalQuantity }: { bookId: string; couponId: string | null; totalQuantity: number },
): Promise<LaunchFacts> {
  const { rows } = await pool.query(
    `select now() as now, (select title from book where id = $1) as "bookTitle",
       (select max(total_quantity) ${EARLIER} and book_id = $1) as "largestOfBook",
       (select max(total_quantity) ${EARLIER}) as "largestOfAll",
       (select count(*)::integer from (select from "user" where role = 'READER' limit $3::bigint + 1) as reader) as "readersAtMost"`,
    [bookId, couponId, totalQuantity],
  );
  return facts.parse(rows[0]);
}
