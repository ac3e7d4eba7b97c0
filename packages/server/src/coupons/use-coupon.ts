import { requireViewer } from '#auth/require-viewer.js';
import { couponColumns, couponRow, passColumns, passRow } from '#coupons/coupon-rows.js';
import type { CouponsContext } from '#coupons/coupons-context.js';
import { presentPass, readPassId } from '#coupons/present.js';
import { UserCouponExpired, UserCouponNotFound, UserCouponRevoked } from '#coupons/use-coupon.types.js';

const foundPass = couponRow.and(passRow);

/**
 * Spends the viewer's pass: from now on the book can be read. Using it again changes nothing.
 * @throws PublicError UNAUTHENTICATED, SERVICE_UNAVAILABLE
 */
export async function useCoupon(context: CouponsContext, input: { id: string }) {
  const { userId } = await requireViewer(context);
  context.database.assertRoom();
  const id = readPassId(input.id);
  if (!id) return new UserCouponNotFound();
  const { pool } = context.database;

  // The conditions stand in the statement itself: of two taps, or a tap and a revocation, one comes first.
  await pool.query(
    `update user_coupon set used_at = now(), readable_until = now() + make_interval(days => reading_days)
     where coupon_id = $1 and sequence = $2 and user_id = $3
       and used_at is null and revoked_at is null and expires_at > now()`,
    [id.couponId, id.sequence, userId],
  );
  const { rows } = await pool.query(
    `select ${couponColumns}, ${passColumns}
     from user_coupon p join coupon c on c.id = p.coupon_id join book b on b.id = c.book_id
     where p.coupon_id = $1 and p.sequence = $2 and p.user_id = $3`,
    [id.couponId, id.sequence, userId],
  );
  if (rows.length === 0) return new UserCouponNotFound();
  const pass = foundPass.parse(rows[0]);
  if (pass.revokedAt) return new UserCouponRevoked();
  if (!pass.isUsed) return new UserCouponExpired(pass.expiresAt);
  return presentPass(pass, pass, true);
}
