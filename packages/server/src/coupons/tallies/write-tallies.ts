import type { Pool } from 'pg';

/** How many answers of each kind were given for one coupon. */
export interface Counts {
  issued: number;
  'already-issued': number;
  'sold-out': number;
  paused: number;
  'not-started': number;
  ended: number;
  'retry-later': number;
}

export function nothing(): Counts {
  return {
    issued: 0,
    'already-issued': 0,
    'sold-out': 0,
    paused: 0,
    'not-started': 0,
    ended: 0,
    'retry-later': 0,
  };
}

/** What was counted in one second, by coupon. */
export interface Second {
  /** When it began, in milliseconds of this process's monotonic clock. */
  readonly since: number;
  readonly counts: Map<string, Counts>;
}

const columns = ['issued', 'already_issued', 'sold_out', 'paused', 'not_started', 'ended', 'retry_later'];
/** Where a count stops; no error may come of counting. */
const COUNT_MAX = 2_147_483_647;

const added = (column: string) =>
  `${column} = least(coupon_tally.${column}::bigint + excluded.${column}, ${COUNT_MAX})::integer`;

/**
 * One statement whatever there is to write: a row for each coupon and second, and one at -infinity that is the sum of
 * the whole drop, so that nobody who watches has to add up its seconds. A crash may take the last of it: this COMMIT
 * waits for no disk.
 */
const upsert = `
  with quick as (select set_config('synchronous_commit', 'off', true)),
  counted as (
    select coupon_id, ${columns.join(', ')},
      date_trunc('second', now() - age_ms * interval '1 ms' + interval '0.5 s') as at
    from quick, json_to_recordset($2) as row(coupon_id uuid, age_ms float8, ${columns.map((column) => `${column} integer`).join(', ')})
  )
  insert into coupon_tally (coupon_id, at, process_id, ${columns.join(', ')})
  select coupon_id, coalesce(at, '-infinity'), $1, ${columns.map((column) => `least(sum(${column}), ${COUNT_MAX})::integer`).join(', ')}
  from counted group by grouping sets ((coupon_id, at), (coupon_id))
  on conflict (coupon_id, at, process_id) do update set ${columns.map(added).join(', ')}`;

/**
 * Adds the counts to what this process has written before, each to the second of the database's clock in which it was
 * made.
 */
export async function writeTallies(pool: Pool, processId: string, seconds: readonly Second[]): Promise<void> {
  const now = performance.now();
  const rows = seconds.flatMap(({ since, counts }) =>
    [...counts].map(([couponId, of]) => ({
      coupon_id: couponId,
      age_ms: now - since,
      issued: of.issued,
      already_issued: of['already-issued'],
      sold_out: of['sold-out'],
      paused: of.paused,
      not_started: of['not-started'],
      ended: of.ended,
      retry_later: of['retry-later'],
    })),
  );
  await pool.query(upsert, [processId, JSON.stringify(rows)]);
}
