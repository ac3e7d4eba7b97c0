import type { CouponFacts } from '#admin/coupons/coupon-input.js';
import type { LaunchFacts } from '#admin/coupons/launch/launch-facts.js';
import { sayClocks, sayNumber } from '#admin/launch/say.js';

const ZONE = 'Asia/Seoul';
const WEEK_MS = 7 * 86_400_000;

const time = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, weekday: 'long' });
const date = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** "1,000 passes of 『무정』, one per reader, opens Friday 12:00 KST, use within 3 days, read for 30; ends Saturday 12:00 KST." */
export function launchSentence(
  { totalQuantity, visibility, startsAt, endsAt, ...clocks }: CouponFacts,
  { now }: Pick<LaunchFacts, 'now'>,
  bookTitle: string,
): string {
  const when = (moment: Date) => inWords(moment, now);
  const opens = startsAt <= now ? 'open at once' : `opens ${when(startsAt)}`;
  const parts = [
    `${sayNumber(totalQuantity, 'pass', 'passes')} of 『${bookTitle}』`,
    'one per reader',
    ...(visibility === 'UNLISTED' ? ['only for who has the number'] : []),
    endsAt <= now ? 'ended already' : opens,
    sayClocks(clocks),
  ];
  return `${parts.join(', ')}; ${endsAt <= now ? 'ended' : 'ends'} ${when(endsAt)}.`;
}

/** A weekday says enough within the week to come; whatever is further off has its date, so that nobody misreads it. */
function inWords(moment: Date, now: Date): string {
  const away = moment.getTime() - now.getTime();
  const day = away >= 0 && away < WEEK_MS - 86_400_000 ? weekday : date;
  return `${day.format(moment)} ${time.format(moment)} KST`;
}
