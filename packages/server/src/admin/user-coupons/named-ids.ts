import type { Pool } from 'pg';
import { z } from 'zod';
import type { Condition } from '#admin/lists/list.js';

/** So many coupons or readers are named to PostgreSQL, which then knows how rare their passes are. */
const NAMED_MAX = 200;

const ids = z.array(z.object({ id: z.string() }));

/**
 * The passes of the coupons or readers that `query` finds with `value` as its last word: by their ids while they are
 * few; otherwise such passes are everywhere, and to look from pass to pass is short. Undefined: it finds none.
 */
export async function namedIds(
  pool: Pool,
  column: 'p.coupon_id' | 'p.user_id',
  { query, value }: { query: string; value: string },
): Promise<Condition | undefined> {
  const { rows } = await pool.query(`${query} $1 limit ${NAMED_MAX + 1}`, [value]);
  const found = ids.parse(rows).map(({ id }) => id);
  if (found.length === 0) return undefined;
  if (found.length <= NAMED_MAX) return (place) => `${column} = any(${place(found)}::uuid[])`;
  return (place) => `${column} in (${query} ${place(value)})`;
}
