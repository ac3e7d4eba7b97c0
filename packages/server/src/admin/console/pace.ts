import type { ConsoleSecond, CouponConsole } from '#admin/console/console.types.js';
import type { StaffCoupon } from '#admin/coupons/coupons.types.js';

const SECOND_MS = 1000;
/** Over so many seconds the pace is taken. */
const SECONDS = 10;

/**
 * How fast passes go, and when they will be gone. The second under way and the one before it are left out: not every
 * process has written them. Just after the opening the pace is that of the seconds since.
 */
export function paceOf(
  { startsAt, endsAt, status, quantity }: Pick<StaffCoupon, 'startsAt' | 'endsAt' | 'status' | 'quantity'>,
  seconds: readonly Pick<ConsoleSecond, 'at' | 'issued'>[],
  now: Date,
): Pick<CouponConsole, 'issuesPerSecond' | 'secondsToSellOut'> {
  const until = startOfSecond(now) - SECOND_MS;
  const from = Math.max(until - SECONDS * SECOND_MS, startOfSecond(startsAt));
  const issued = seconds
    .filter(({ at }) => at.getTime() >= from && at.getTime() < until)
    .reduce((sum, second) => sum + second.issued, 0);
  const issuesPerSecond = from < until ? issued / ((until - from) / SECOND_MS) : 0;
  const isGoing = status === 'ACTIVE' && startsAt <= now && now < endsAt && issuesPerSecond > 0;
  return { issuesPerSecond, secondsToSellOut: isGoing ? quantity / issuesPerSecond : null };
}

function startOfSecond(moment: Date): number {
  return Math.floor(moment.getTime() / SECOND_MS) * SECOND_MS;
}
