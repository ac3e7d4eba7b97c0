import type { PoolClient } from 'pg';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import type { AuthContext } from '#auth/auth-context.js';
import { OPERATORS } from '#auth/role.js';
import { REHEARSAL_PREFIX } from '#coupons/coupon-number.js';
import { createPassSecret } from '#coupons/pass-code.js';
import { inTransaction } from '#platform/transaction.js';
import { lockRehearsal, type LockedRehearsal } from '#rehearsals/lock-rehearsal.js';
import { recordRehearsal } from '#rehearsals/record-rehearsal.js';
import { assertWithin, OPEN_FOR_S, OPENS_IN_MAX_S, READERS_MAX } from '#rehearsals/rehearsal-limits.js';
import type { RehearsalDrop } from '#rehearsals/rehearsals.types.js';

const instant = z.string().transform((text) => new Date(text));
const drop = z.object({ couponNumber: z.string(), startsAt: instant, endsAt: instant, serverTime: instant });

/**
 * Makes the coupon: unlisted, and with its opening counted by the database's clock. It is made as late as this and
 * not when the rehearsal begins, so that the time that making readers takes does not eat the countdown.
 * @throws PublicError BAD_USER_INPUT
 */
export async function openRehearsal(
  { database, requireRole }: Pick<AuthContext, 'database' | 'requireRole'>,
  { id, passes, opensInSeconds }: { id: string; passes: number; opensInSeconds: number },
): Promise<RehearsalDrop> {
  assertWithin('passes', passes, 1, READERS_MAX);
  assertWithin('opensInSeconds', opensInSeconds, 0, OPENS_IN_MAX_S);
  const actor = await requireRole(OPERATORS);
  return inTransaction(database.pool, async (client) => {
    const rehearsal = await lockRehearsal(client, id);
    let { couponId } = rehearsal;
    if (couponId === null) {
      couponId = await insertCoupon(client, { id, rehearsal, passes, opensInSeconds });
      await recordRehearsal(client, actor, {
        id,
        action: 'rehearsal.open',
        after: { couponId, passes, opensInSeconds },
      });
    }
    const { rows } = await client.query(
      `select number as "couponNumber", starts_at as "startsAt", ends_at as "endsAt", clock_timestamp() as "serverTime"
       from coupon where id = $1`,
      [couponId],
    );
    return drop.parse(rows[0]);
  });
}

interface NewCoupon {
  readonly id: string;
  readonly rehearsal: LockedRehearsal;
  readonly passes: number;
  readonly opensInSeconds: number;
}

async function insertCoupon(client: PoolClient, input: NewCoupon): Promise<string> {
  const couponId = uuid();
  await client.query(
    `insert into coupon (id, book_id, number, total_quantity, visibility, starts_at, ends_at, use_within_days, reading_days)
     values ($1, $2, $3, $4, 'UNLISTED', now() + make_interval(secs => $5), now() + make_interval(secs => $5 + $6), 1, 1)`,
    [
      couponId,
      input.rehearsal.bookId,
      `${REHEARSAL_PREFIX}${createPassSecret()}`, // a real reader who guesses it would only take a pass that goes again
      input.passes,
      input.opensInSeconds,
      OPEN_FOR_S,
    ],
  );
  await client.query('update rehearsal set coupon_id = $2 where id = $1', [input.id, couponId]);
  return couponId;
}
