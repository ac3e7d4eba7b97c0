import type { Pool } from 'pg';
import { PublicError } from '#platform/errors.js';
import { assertRehearsalId, noSuchRehearsal } from '#rehearsals/rehearsal-limits.js';

/** The coupon that a rehearsal has made. @throws PublicError BAD_USER_INPUT when it has none, or is none */
export async function couponOfRehearsal(pool: Pool, id: string): Promise<string> {
  assertRehearsalId(id);
  const { rows } = await pool.query<{ couponId: string | null }>(
    'select coupon_id as "couponId" from rehearsal where id = $1',
    [id],
  );
  const [row] = rows;
  if (!row) throw noSuchRehearsal();
  if (row.couponId !== null) return row.couponId;
  throw new PublicError('BAD_USER_INPUT', {
    field: 'id',
    message: 'This rehearsal has no coupon yet: call openRehearsal first.',
  });
}
