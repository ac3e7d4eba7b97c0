import type { StaffCouponRowFragment } from '#admin/generated/operations.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Korea is nine hours ahead of UTC all year. */
const KST_MS = 9 * HOUR_MS;
const NOON_MS = 12 * HOUR_MS;
/** Without letters and digits that look alike. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** The next noon in Korea, when drops usually open. */
export function nextNoon(now: number): Date {
  const midnight = Math.floor((now + KST_MS) / DAY_MS) * DAY_MS - KST_MS;
  const noon = midnight + NOON_MS;
  return new Date(noon > now ? noon : noon + DAY_MS);
}

/** A number that says when it opens in Korea, and that nobody guesses from another: `DROP-1127-K7QX`. */
export function suggestNumber(startsAt: string): string {
  const at = Date.parse(startsAt);
  const day = new Date((Number.isNaN(at) ? Date.now() : at) + KST_MS).toISOString().slice(5, 10).replace('-', '');
  const random = crypto.getRandomValues(new Uint8Array(4));
  return `DROP-${day}-${[...random].map((byte) => LETTERS[byte % LETTERS.length]).join('')}`;
}

/** A new coupon's form. How many passes there are is nobody's default: it is typed. */
export function couponDefaults(now = Date.now()) {
  const startsAt = nextNoon(now);
  return {
    number: suggestNumber(startsAt.toISOString()),
    visibility: 'LISTED',
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + DAY_MS).toISOString(),
    useWithinDays: 3,
    readingDays: 30,
  };
}

/** The form of the same drop in a week, or in as many weeks as it takes to lie ahead; with a number of its own. */
export function nextWeek(coupon: StaffCouponRowFragment, now = Date.now()) {
  const { totalQuantity, visibility, useWithinDays, readingDays, book } = coupon;
  const starts = Date.parse(coupon.startsAt);
  const weeks = Math.max(1, Math.ceil((now - starts) / (7 * DAY_MS)));
  const later = (iso: string) => new Date(Date.parse(iso) + weeks * 7 * DAY_MS).toISOString();
  const startsAt = later(coupon.startsAt);
  return {
    bookId: book.id,
    number: suggestNumber(startsAt),
    totalQuantity,
    visibility,
    useWithinDays,
    readingDays,
    startsAt,
    endsAt: later(coupon.endsAt),
  };
}
