import type { Pool, PoolClient } from 'pg';
import type { Actor } from '#audit/record-entry.js';
import { inTransaction } from '#platform/transaction.js';
import type { LockedRehearsal } from '#rehearsals/lock-rehearsal.js';
import { recordRehearsal } from '#rehearsals/record-rehearsal.js';
import type { EndedRehearsal } from '#rehearsals/rehearsals.types.js';

/** Two hundred thousand readers with their passes go in some seconds. */
const PATIENCE_MS = 120_000;

/**
 * Deletes the rehearsal that `lock` gives, in one transaction: its passes, coupon, book and readers, and nothing
 * that it does not name. Undefined when `lock` gives none.
 */
export function removeRehearsal(
  pool: Pool,
  actor: Actor,
  lock: (client: PoolClient) => Promise<LockedRehearsal | undefined>,
): Promise<EndedRehearsal | undefined> {
  return inTransaction(pool, async (client) => {
    await client.query(`set local statement_timeout = ${PATIENCE_MS}`);
    const rehearsal = await lock(client);
    if (!rehearsal) return undefined;
    const ended = await removeLocked(client, rehearsal);
    await recordRehearsal(client, actor, { id: rehearsal.id, action: 'rehearsal.end', after: ended });
    return ended;
  });
}

async function removeLocked(client: PoolClient, { id, bookId, couponId }: LockedRehearsal): Promise<EndedRehearsal> {
  // The coupon before its passes, as everywhere: a batch that is being issued ends first, the next finds no coupon.
  await client.query('select from coupon where id = $1 for update', [couponId]);
  await run(client, 'update rehearsal set coupon_id = null where id = $1', [id]);
  const passes = await run(client, 'delete from user_coupon where coupon_id = $1', [couponId]);
  await run(client, 'delete from coupon where id = $1', [couponId]);
  await run(client, 'delete from coupon_tally where coupon_id = $1', [couponId]);
  // Their tokens are good for no other coupon; should one hold a pass of one all the same, that pass is real and stays.
  const readers = await run(
    client,
    `delete from "user" u using rehearsal_reader r
     where r.rehearsal_id = $1 and u.id = r.user_id and not exists (select from user_coupon p where p.user_id = u.id)`,
    [id],
  );
  const readersKept = await run(client, 'delete from rehearsal_reader where rehearsal_id = $1', [id]);
  await run(client, 'delete from rehearsal where id = $1', [id]);
  // A book that somebody has given a coupon of his own meanwhile stays with it.
  await run(client, 'delete from book where id = $1 and not exists (select from coupon where book_id = $1)', [bookId]);
  await run(client, 'set constraints all immediate', []); // here, where there is patience for it, not at COMMIT
  return { passes, readers, readersKept };
}

async function run(client: PoolClient, text: string, values: readonly (string | null)[]): Promise<number> {
  const query = { text, values: [...values], query_timeout: PATIENCE_MS };
  return (await client.query(query)).rowCount ?? 0;
}
