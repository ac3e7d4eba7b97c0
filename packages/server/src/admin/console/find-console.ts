import { validate as isUuid } from 'uuid';
import { z } from 'zod';
import type { CouponConsole } from '#admin/console/console.types.js';
import { paceOf } from '#admin/console/pace.js';
import { staffCouponColumns, staffCouponRow } from '#admin/coupons/coupon-list.js';
import type { StaffContext } from '#admin/staff-context.js';
import { instant } from '#coupons/coupon-rows.js';

const COUNT_MAX = 2_147_483_647;
const refused = 'sold_out + paused + not_started + ended + retry_later';
const sum = (column: string) => `least(coalesce(sum(${column}), 0), ${COUNT_MAX})::integer`;

// The primary key leads to both: two minutes of seconds, and one sum for each process that ever answered.
const look = `
  select ${staffCouponColumns}, now() as "serverTime",
    (select coalesce(json_agg(s order by at), '[]') from (
      select at, ${sum('issued')} as issued, ${sum(refused)} as refused from coupon_tally
      where coupon_id = c.id and at >= date_trunc('second', now()) - interval '120 s' group by at) s) as seconds,
    (select to_json(t) from (
      select ${sum('sold_out')} as "SOLD_OUT", ${sum('paused')} as "PAUSED", ${sum('not_started')} as "NOT_STARTED",
        ${sum('ended')} as "ENDED", ${sum('retry_later')} as "RETRY_LATER", ${sum('already_issued')} as "alreadyIssued"
      from coupon_tally where coupon_id = c.id and at = '-infinity') t) as totals
  from coupon c join book b on b.id = c.book_id where c.id = $1`;

const row = z.object({
  serverTime: instant,
  seconds: z.array(z.object({ at: instant, issued: z.int(), refused: z.int() })),
  totals: z.object({
    SOLD_OUT: z.int(),
    PAUSED: z.int(),
    NOT_STARTED: z.int(),
    ENDED: z.int(),
    RETRY_LATER: z.int(),
    alreadyIssued: z.int(),
  }),
});

/**
 * A drop as it goes, a rehearsal's too; null when there is no such coupon. One statement that costs the same however
 * long the drop has lasted, because operators ask for it each second.
 */
export async function findConsole(
  { database }: Pick<StaffContext, 'database'>,
  couponId: string,
): Promise<CouponConsole | null> {
  if (!isUuid(couponId)) return null;
  const { rows } = await database.pool.query(look, [couponId]);
  const [found] = rows;
  if (found === undefined) return null;
  const coupon = staffCouponRow.parse(found);
  const { serverTime, seconds, totals } = row.parse(found);
  const { SOLD_OUT, PAUSED, NOT_STARTED, ENDED, RETRY_LATER, alreadyIssued } = totals;
  return {
    coupon,
    serverTime,
    seconds,
    refusals: [
      { reason: 'SOLD_OUT', count: SOLD_OUT },
      { reason: 'PAUSED', count: PAUSED },
      { reason: 'NOT_STARTED', count: NOT_STARTED },
      { reason: 'ENDED', count: ENDED },
      { reason: 'RETRY_LATER', count: RETRY_LATER },
    ],
    alreadyIssued,
    ...paceOf(coupon, seconds, serverTime),
  };
}
