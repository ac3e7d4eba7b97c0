import { setTimeout } from 'node:timers/promises';
import type { Pool } from 'pg';

/** The console shows two minutes; the rest is for whoever looks into the days after a drop. */
const KEPT_DAYS = 7;
/** Rows in one statement, so that it is short. */
const ROWS_MAX = 50_000;
/** Between two of them, for whoever else has something to write. */
const PAUSE_MS = 100;

export interface SweepOptions {
  readonly rowsMax?: number;
  /** Ends it after the statement that runs; the next sweep takes what is left. */
  readonly signal?: AbortSignal;
}

/**
 * Deletes the seconds that are older than a week, and whatever belongs to a coupon that is gone. The sums stay as long
 * as their coupon.
 */
export async function sweepTallies(pool: Pool, { rowsMax = ROWS_MAX, signal }: SweepOptions = {}): Promise<void> {
  for (let hasMore = true; hasMore;) {
    const { rowCount } = await pool.query(
      `delete from coupon_tally where ctid = any(array(
         select ctid from coupon_tally
         where at > '-infinity' and at < now() - make_interval(days => $1) limit $2))`,
      [KEPT_DAYS, rowsMax],
    );
    if (signal?.aborted) return;
    hasMore = rowCount === rowsMax;
    if (hasMore) await setTimeout(PAUSE_MS);
  }
  await pool.query(
    `delete from coupon_tally t where at = '-infinity' and not exists (select from coupon c where c.id = t.coupon_id)`,
  );
}
