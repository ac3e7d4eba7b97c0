import type { CouponFacts } from '#admin/coupons/coupon-input.js';
import { isSoldOut, type Stock } from '#admin/coupons/coupon-stock.js';
import type { LaunchFacts } from '#admin/coupons/launch/launch-facts.js';
import type { LaunchWarning } from '#admin/launch/launch.types.js';

const MUCH_LARGER = 10;
const LONG_WINDOW_DAYS = 14;
const FAR_AWAY_DAYS = 180;
const DAY_MS = 86_400_000;

/** A coupon as it is before an edit. */
export type EditedCoupon = Stock & { readonly startsAt: Date; readonly endsAt: Date };

const count = (value: number) => value.toLocaleString('en');

/** What is seldom meant about this launch, loudest first. */
export function launchWarnings(
  coupon: CouponFacts,
  facts: LaunchFacts,
  before: EditedCoupon | undefined,
): LaunchWarning[] {
  const { now } = facts;
  const { totalQuantity, startsAt, endsAt } = coupon;
  const warnings: LaunchWarning[] = [];
  const warn = (reason: string, message: string, value: number | null = null, limit: number | null = null) =>
    void warnings.push({ reason, message, value, limit });

  const largest = facts.largestOfBook ?? facts.largestOfAll;
  if (largest !== null && totalQuantity >= MUCH_LARGER * largest) {
    const whose = facts.largestOfBook === null ? 'of all coupons before' : 'of this book before';
    const words = `${count(totalQuantity)} passes: the largest coupon ${whose} had ${count(largest)}.`;
    warn('MUCH_LARGER_THAN_BEFORE', words, totalQuantity, largest);
  }
  if (totalQuantity > facts.readersAtMost) {
    const words = `There are ${count(facts.readersAtMost)} readers: everybody would get a pass.`;
    warn('MORE_THAN_READERS', words, totalQuantity, facts.readersAtMost);
  }
  if (endsAt <= now) warn('ENDS_IN_THE_PAST', 'It has ended the moment it is saved: nobody can take a pass.');
  else if (startsAt <= now && !wasOpen(before, now)) {
    warn('OPENS_AT_ONCE', 'It opens the moment it is saved: readers can take passes at once.');
  }
  if (before && isSoldOut(before) && totalQuantity > before.issuedQuantity) {
    const more = totalQuantity - before.issuedQuantity;
    warn('OPENS_AGAIN', `It is sold out now, and opens again with ${count(more)} passes.`, more);
  }
  const windowDays = Math.round((endsAt.getTime() - startsAt.getTime()) / DAY_MS);
  if (windowDays > LONG_WINDOW_DAYS) {
    warn('LONG_WINDOW', `Passes can be taken for ${count(windowDays)} days.`, windowDays, LONG_WINDOW_DAYS);
  }
  const daysAway = Math.round((startsAt.getTime() - now.getTime()) / DAY_MS);
  if (daysAway > FAR_AWAY_DAYS) {
    warn('STARTS_FAR_AWAY', `It opens in ${count(daysAway)} days.`, daysAway, FAR_AWAY_DAYS);
  }
  return warnings;
}

function wasOpen(before: EditedCoupon | undefined, now: Date): boolean {
  return before !== undefined && before.startsAt <= now && before.endsAt > now;
}
