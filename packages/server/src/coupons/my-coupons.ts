import { z } from 'zod';
import { requireViewer } from '#auth/require-viewer.js';
import { couponColumns, couponRow, passColumns, passRow } from '#coupons/coupon-rows.js';
import type { CouponsContext } from '#coupons/coupons-context.js';
import { presentPass } from '#coupons/present.js';
import type { UserCouponType } from '#coupons/user-coupon.types.js';

/** The viewer's passes, newest first. @throws PublicError UNAUTHENTICATED, SERVICE_UNAVAILABLE */
export async function myCoupons(context: CouponsContext): Promise<UserCouponType[]> {
  const { userId } = await requireViewer(context);
  context.database.assertRoom();
  const { rows } = await context.database.pool.query(
    `select ${couponColumns}, ${passColumns}
     from user_coupon p join coupon c on c.id = p.coupon_id join book b on b.id = c.book_id
     where p.user_id = $1 order by p.created_at desc, p.coupon_id`,
    [userId],
  );
  return z
    .array(couponRow.and(passRow))
    .parse(rows)
    .map((row) => presentPass(row, row, true));
}
