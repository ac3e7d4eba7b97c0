import type { Pool, PoolClient } from 'pg';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { dropNumber } from '#admin/recurring-drops/drop-number.js';
import { MADE_AHEAD, openingsSql, SCHEDULE_OF_DROP } from '#admin/recurring-drops/openings.js';
import { recordEntry, type Actor } from '#audit/record-entry.js';
import { inTransaction } from '#platform/transaction.js';

export const RECURRING_DROP: Actor = { userId: null, username: 'recurring drop', role: null };

/** SQL for the days of `recurring_drop r` that want a coupon now. A window that is over is not made up for. */
export const DUE_DAYS = `${openingsSql(SCHEDULE_OF_DROP)} o
  where not r.is_paused and o.starts_at < now() + ${MADE_AHEAD} and o.day <> all(r.skipped_days)
    and not exists (select from coupon c where c.recurring_drop_id = r.id and c.drop_day = o.day)`;

const dueDays = z.array(
  z.object({ day: z.string(), startsAt: z.string(), endsAt: z.string(), numberPattern: z.string() }),
);
const madeRows = z.array(
  z.object({ id: z.string(), number: z.string(), totalQuantity: z.int(), startsAt: z.string(), endsAt: z.string() }),
);
const numbers = z.array(z.object({ number: z.string() }));

/** The numbers that it made coupons of, and those that something else has. Skipped: it did not look. */
export interface MadeCoupons {
  readonly isSkipped: boolean;
  readonly made: readonly string[];
  readonly taken: readonly string[];
}

/**
 * Makes the coupons of one recurring drop that are due. Any number of processes may do so at once: they share the
 * lock of its row, which keeps edits out, and the unique key of drop and day decides which of them makes a coupon.
 */
export function makeDropCoupons(pool: Pool, dropId: string): Promise<MadeCoupons> {
  return inTransaction(pool, async (client) => {
    // Who edits it wakes the loop afterwards: then is the time for its coupons.
    const locked = await client.query('select from recurring_drop where id = $1 for share skip locked', [dropId]);
    if (locked.rows.length === 0) return { isSkipped: true, made: [], taken: [] };
    const { rows } = await client.query(
      `select o.day::text, o.starts_at as "startsAt", o.ends_at as "endsAt", r.number_pattern as "numberPattern"
       from recurring_drop r cross join lateral ${DUE_DAYS} and r.id = $1 order by o.day`,
      [dropId],
    );
    const due = dueDays
      .parse(rows)
      .map((opening) => ({ ...opening, number: dropNumber(opening.numberPattern, opening.day) }));
    if (due.length === 0) return { isSkipped: false, made: [], taken: [] };
    const made = await insertCoupons(client, dropId, due);
    const taken = await findTaken(client, dropId, due);
    return { isSkipped: false, made, taken };
  });
}

interface Due {
  readonly day: string;
  readonly number: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

async function insertCoupons(client: PoolClient, dropId: string, due: readonly Due[]): Promise<string[]> {
  // No conflict is named: a second process meets the unique number before the unique day, and neither is an error.
  const { rows } = await client.query(
    `insert into coupon (id, number, book_id, recurring_drop_id, drop_day, visibility, total_quantity, starts_at, ends_at, use_within_days, reading_days)
     select g.id, g.number, r.book_id, r.id, g.day, r.visibility, r.total_quantity, g.starts_at, g.ends_at, r.use_within_days, r.reading_days
     from recurring_drop r, unnest($2::uuid[], $3::text[], $4::date[], $5::timestamptz[], $6::timestamptz[]) as g(id, number, day, starts_at, ends_at)
     where r.id = $1 on conflict do nothing
     returning id, number, total_quantity as "totalQuantity", starts_at as "startsAt", ends_at as "endsAt"`,
    [
      dropId,
      due.map(() => uuid()),
      due.map(({ number }) => number),
      due.map(({ day }) => day),
      due.map(({ startsAt }) => startsAt),
      due.map(({ endsAt }) => endsAt),
    ],
  );
  const made = madeRows.parse(rows);
  for (const { id, number, ...rest } of made) {
    await recordEntry(client, RECURRING_DROP, {
      action: 'coupon.create',
      objectType: 'COUPON',
      objectId: id,
      objectLabel: number,
      after: { number, ...rest, recurringDropId: dropId },
    });
  }
  return made.map(({ number }) => number);
}

/** Those of the numbers whose coupon is not this drop's own, made now or by another process a moment ago. */
async function findTaken(client: PoolClient, dropId: string, due: readonly Due[]): Promise<string[]> {
  const { rows } = await client.query(
    `select number from coupon where number = any($2) and recurring_drop_id is distinct from $1 order by number`,
    [dropId, due.map(({ number }) => number)],
  );
  return numbers.parse(rows).map(({ number }) => number);
}
