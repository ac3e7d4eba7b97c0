import type { Pool } from 'pg';
import { z } from 'zod';
import type { StaffContext } from '#admin/staff-context.js';

const counted = z.array(z.object({ id: z.string(), count: z.int() }));

interface Batch {
  readonly bookIds: Set<string>;
  readonly counts: Promise<ReadonlyMap<string, number>>;
}

/** By request, what it asks for until the next turn of the event loop. */
const batches = new WeakMap<object, Batch>();

/**
 * How many coupons a book has. Counted only for who asks, because a book may have very many; a page of books, or of
 * whatever has a book, asks for all of its books in one statement.
 */
export async function countCoupons(context: Pick<StaffContext, 'database'>, bookId: string): Promise<number> {
  let batch = batches.get(context);
  if (!batch) {
    const bookIds = new Set<string>();
    batch = { bookIds, counts: countAtOnce(context, bookIds) };
    batches.set(context, batch);
  }
  batch.bookIds.add(bookId);
  return (await batch.counts).get(bookId) ?? 0;
}

async function countAtOnce(
  context: Pick<StaffContext, 'database'>,
  bookIds: ReadonlySet<string>,
): Promise<ReadonlyMap<string, number>> {
  await new Promise(setImmediate);
  batches.delete(context); // who asks from here on, perhaps after a mutation, counts anew
  return countOf(context.database.pool, [...bookIds]);
}

async function countOf(pool: Pool, bookIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await pool.query(
    `select book_id as id, count(*)::integer as count from coupon where book_id = any($1::uuid[]) group by book_id`,
    [bookIds],
  );
  return new Map(counted.parse(rows).map(({ id, count }) => [id, count]));
}
