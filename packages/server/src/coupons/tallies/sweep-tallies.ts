import type { Pool } from 'pg';

/** The console shows two minutes; the rest is for whoever looks into the days after a drop. */
const KEPT_DAYS = 7;
/** Rows in one statement, so that it is short. The next sweep takes what is left. */
const ROWS_MAX = 50_000;

/**
 * Deletes the seconds that are older than a week, and whatever belongs to a coupon that is gone. The sums stay as long
 * as their coupon.
 */
export async function sweepTallies(pool: Pool): Promise<void> {
  await pool.query(
    `delete from coupon_tally where ctid = any(array(
       select ctid from coupon_tally
       where at > '-infinity' and at < now() - make_interval(days => $1) limit $2))`,
    [KEPT_DAYS, ROWS_MAX],
  );
  await pool.query(
    `delete from coupon_tally t where at = '-infinity' and not exists (select from coupon c where c.id = t.coupon_id)`,
  );
}
