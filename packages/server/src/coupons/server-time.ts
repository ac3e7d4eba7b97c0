import { z } from 'zod';
import type { CouponsContext } from '#coupons/coupons-context.js';

const row = z.object({ now: z.string().transform((text) => new Date(text)) });

/** The database's clock: the one that judges windows, the same for every server. */
export async function serverTime({ database }: Pick<CouponsContext, 'database'>): Promise<Date> {
  const { rows } = await database.pool.query('select clock_timestamp() as now');
  return row.parse(rows[0]).now;
}
