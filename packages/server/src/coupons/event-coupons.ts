import type { Pool } from 'pg';
import { z } from 'zod';
import { couponColumns, couponRow, instant } from '#coupons/coupon-rows.js';

/** The coupons on the event page with their books, the next to open first, and the database's clock. */
export const eventCoupons = z.object({
  now: instant,
  coupons: z.array(couponRow),
});
export type EventCoupons = z.infer<typeof eventCoupons>;

/** One query however many books there are, also when there are none. */
export async function findEventCoupons(pool: Pool): Promise<EventCoupons> {
  const { rows } = await pool.query<{ now: string; id: string | null }>(
    `select clock.now, e.* from (select clock_timestamp() as now) clock left join (
       select ${couponColumns} from coupon c join book b on b.id = c.book_id
       where c.ends_at > now()
         and (c.visibility = 'KEPT' or (c.visibility = 'LISTED' and c.status in ('ACTIVE', 'PAUSED')))
     ) e on true
     order by e."startsAt", e.number`,
  );
  return eventCoupons.parse({ now: rows[0]?.now, coupons: rows.filter(({ id }) => id !== null) });
}
