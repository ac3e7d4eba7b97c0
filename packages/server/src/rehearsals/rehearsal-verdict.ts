import { z } from 'zod';
import type { AuthContext } from '#auth/auth-context.js';
import { verify } from '#coupons/verify.js';
import { couponOfRehearsal } from '#rehearsals/coupon-of-rehearsal.js';
import { noSuchRehearsal } from '#rehearsals/rehearsal-limits.js';
import type { RehearsalVerdict } from '#rehearsals/rehearsals.types.js';

const quantities = z.object({ totalQuantity: z.int(), issuedQuantity: z.int() });

/** What `verify` says of this rehearsal's coupon alone. @throws PublicError BAD_USER_INPUT */
export async function rehearsalVerdict(
  { database: { pool } }: Pick<AuthContext, 'database'>,
  { id }: { id: string },
): Promise<RehearsalVerdict> {
  const couponId = await couponOfRehearsal(pool, id);
  const { checks } = await verify(pool, { couponId });
  const { rows } = await pool.query(
    'select total_quantity as "totalQuantity", issued_quantity as "issuedQuantity" from coupon where id = $1',
    [couponId],
  );
  const [row] = rows;
  if (!row) throw noSuchRehearsal(); // it was ended while we looked
  return { ...quantities.parse(row), checks };
}
