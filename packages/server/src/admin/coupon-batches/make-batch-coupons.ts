import type { Pool, PoolClient } from 'pg';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { randomNumber } from '#admin/coupon-batches/number-pattern.js';
import { recordEntry, type Actor } from '#audit/record-entry.js';
import { inTransaction } from '#platform/transaction.js';

/** Coupons in one transaction: some tens of milliseconds, and as much is lost when a process dies in it. */
const PORTION = 1000;
/** So many times no number of a portion was free: chance alone does not do that. */
const ATTEMPTS = 10;

const MAKER: Actor = { userId: null, username: 'coupon batch', role: null };
const USED_UP = 'Nearly all numbers of this pattern are taken. Make another batch, with more ? in its pattern.';

const dueBatch = z.object({
  id: z.string(),
  pattern: z.string(),
  count: z.int(),
  made: z.int(),
});
type DueBatch = z.infer<typeof dueBatch>;

/**
 * Makes the next coupons of the oldest running batch that no other process works on. The batch's row is locked until
 * COMMIT, and counts what the same transaction inserted: whoever dies in it leaves both as they were.
 * @returns whether there may be more to do
 */
export function makeBatchCoupons(pool: Pool): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query(
      `select id, pattern, count, made from coupon_batch where status = 'RUNNING'
       order by created_at limit 1 for update skip locked`,
    );
    if (rows.length === 0) return false;
    const batch = dueBatch.parse(rows[0]);
    const made = await insertPortion(client, batch);
    if (made === 0) await finish(client, batch, 'FAILED', USED_UP);
    else if (batch.made + made === batch.count) await finish(client, { ...batch, made: batch.count }, 'DONE', null);
    return true;
  });
}

async function insertPortion(client: PoolClient, batch: DueBatch): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const ids = Array.from({ length: Math.min(PORTION, batch.count - batch.made) }, () => uuid());
    // A number that is taken is left out, and another is made for it in a later portion: the rows are counted.
    const { rowCount } = await client.query(
      `with made as (
         insert into coupon (id, number, book_id, batch_id, visibility, total_quantity, starts_at, ends_at, use_within_days, reading_days)
         select given.id, given.number, b.book_id, b.id, 'UNLISTED', b.total_quantity, b.starts_at, b.ends_at, b.use_within_days, b.reading_days
         from coupon_batch b, unnest($2::uuid[], $3::text[]) as given(id, number) where b.id = $1
         on conflict (number) do nothing returning id)
       , counted as (update coupon_batch set made = made + (select count(*) from made) where id = $1)
       select id from made`,
      [batch.id, ids, ids.map(() => randomNumber(batch.pattern))],
    );
    if (rowCount !== null && rowCount > 0) return rowCount;
  }
  return 0;
}

/** One entry for all: a hundred thousand would bury what people did. */
async function finish(
  client: PoolClient,
  { id, pattern, count, made }: DueBatch,
  status: 'DONE' | 'FAILED',
  problem: string | null,
): Promise<void> {
  await client.query(
    'update coupon_batch set status = $2, problem = $3, finished_at = clock_timestamp() where id = $1',
    [id, status, problem],
  );
  await recordEntry(client, MAKER, {
    action: 'couponBatch.finish',
    objectType: 'COUPON_BATCH',
    objectId: id,
    objectLabel: pattern,
    before: { status: 'RUNNING' },
    after: { status, made, count, ...(problem !== null && { problem }) },
    note: `${made.toLocaleString('en')} coupons were made; they have no entries of their own.`,
  });
}
