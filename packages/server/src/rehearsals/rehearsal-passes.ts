import { z } from 'zod';
import type { AuthContext } from '#auth/auth-context.js';
import { groupCode } from '#coupons/pass-code.js';
import { couponOfRehearsal } from '#rehearsals/coupon-of-rehearsal.js';
import { PAGE_MAX } from '#rehearsals/rehearsal-limits.js';
import type { RehearsalPass } from '#rehearsals/rehearsals.types.js';

const pass = z.object({ sequence: z.int(), code: z.string().transform(groupCode), readerId: z.string() });

/** One page of the passes, to be held against what the readers were told. @throws PublicError BAD_USER_INPUT */
export async function rehearsalPasses(
  { database }: Pick<AuthContext, 'database'>,
  { id, afterSequence }: { id: string; afterSequence: number },
): Promise<RehearsalPass[]> {
  const couponId = await couponOfRehearsal(database.pool, id);
  const { rows } = await database.pool.query(
    `select sequence, code, user_id as "readerId" from user_coupon
     where coupon_id = $1 and sequence > $2 order by sequence limit $3`,
    [couponId, afterSequence, PAGE_MAX],
  );
  return z.array(pass).parse(rows);
}
