import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Database } from '#platform/database.js';
import { buildBook } from '#testing/factories.js';

export interface DropOverrides {
  readonly bookId?: string;
  readonly zone?: string;
  /** When today's window began or begins, counted from the database's clock now. */
  readonly opensInMinutes?: number;
  readonly openMinutes?: number;
  readonly totalQuantity?: number;
}

/** A recurring drop of every day, saved behind the back of the server's loop. */
export async function buildRecurringDrop(
  { pool }: Pick<Database, 'pool'>,
  overrides: DropOverrides = {},
): Promise<{ id: string; prefix: string; bookId: string }> {
  const { zone = 'Asia/Seoul', opensInMinutes = 120, openMinutes = 60, totalQuantity = 500 } = overrides;
  const bookId = overrides.bookId ?? (await buildBook({ pool }));
  const id = uuid();
  const prefix = randomBytes(4).toString('hex').toUpperCase();
  await pool.query(
    `insert into recurring_drop (id, book_id, number_pattern, time_of_day, zone, days, open_minutes, total_quantity, use_within_days, reading_days, starts_on)
     select $1, $2, $3, opens::time, $4, '{1,2,3,4,5,6,7}', $5, $6, 3, 30, opens::date
     from (select date_trunc('minute', (now() + $7 * interval '1 minute') at time zone $4) as opens) as today`,
    [id, bookId, `${prefix}-{YYYYMMDD}`, zone, openMinutes, totalQuantity, opensInMinutes],
  );
  return { id, prefix, bookId };
}
