import type { Pool } from 'pg';
import { z } from 'zod';
import { couponColumns, couponRow, type CouponRow } from '#coupons/coupon-rows.js';

/** The coupons on the event page now, with their books, the next to close first: one query however many there are. */
export async function findEventCoupons(pool: Pool): Promise<CouponRow[]> {
  const { rows } = await pool.query(
    `select ${couponColumns} from coupon c join book b on b.id = c.book_id
     where c.ends_at > now()
       and (c.visibility = 'KEPT' or (c.visibility = 'LISTED' and c.status in ('ACTIVE', 'PAUSED')))
     order by c.starts_at, c.number`,
  );
  return z.array(couponRow).parse(rows);
}
