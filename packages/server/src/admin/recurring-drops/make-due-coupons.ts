import type { Pool } from 'pg';
import { z } from 'zod';
import { DUE_DAYS, makeDropCoupons, RECURRING_DROP } from '#admin/recurring-drops/make-drop-coupons.js';
import { recordEntry } from '#audit/record-entry.js';
import { COUPON_CHANGED } from '#coupons/coupon-changed.js';
import type { Announcements } from '#platform/announcements.js';
import { inTransaction } from '#platform/transaction.js';

/** Drops in one portion. In another order each time, so that one whose numbers are taken holds up no other. */
const PORTION = 10;

const ids = z.array(z.object({ id: z.string() }));

/**
 * Makes the coupons that recurring drops are due, for the days to come and for one whose window is open although
 * nobody made it, because all servers were down.
 * @returns whether there may be more to do
 */
export async function makeDueCoupons(pool: Pool, announcements: Pick<Announcements, 'announce'>): Promise<boolean> {
  const { rows } = await pool.query(
    `select r.id from recurring_drop r where exists (select from ${DUE_DAYS}) order by random()`,
  );
  const due = ids.parse(rows).map(({ id }) => id);
  await pool.query('update recurring_drop set problem = null where problem is not null and id <> all($1)', [due]);

  let hasMade = false;
  for (const id of due.slice(0, PORTION)) {
    const { isSkipped, made, taken } = await makeDropCoupons(pool, id);
    for (const number of made) announcements.announce(COUPON_CHANGED, number);
    if (!isSkipped) await noteProblem(pool, id, taken);
    hasMade ||= made.length > 0;
  }
  return hasMade && due.length > PORTION;
}

/** Said once, in the drop and in the log, until it is another problem or none. */
async function noteProblem(pool: Pool, dropId: string, taken: readonly string[]): Promise<void> {
  const problem =
    taken.length === 0
      ? null
      : `${taken.join(', ')}: another coupon has this number, so there is none for that day. Give that one another number, or this drop another pattern.`;
  await inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ pattern: string }>(
      `update recurring_drop set problem = $2 where id = $1 and problem is distinct from $2
       returning number_pattern as pattern`,
      [dropId, problem],
    );
    if (problem === null || !rows[0]) return;
    await recordEntry(client, RECURRING_DROP, {
      action: 'recurringDrop.problem',
      objectType: 'RECURRING_DROP',
      objectId: dropId,
      objectLabel: rows[0].pattern,
      note: problem,
    });
  });
}
