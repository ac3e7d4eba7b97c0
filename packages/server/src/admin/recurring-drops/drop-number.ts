import { normaliseCouponNumber } from '#coupons/coupon-number.js';

const BRACES = /\{([YMD]+)\}/g;
const PARTS = /^(YYYY|YY|MM|DD)+$/;
const ANY_DAY = '2026-11-22';

/**
 * A pattern such as `NOON-{YYYYMMDD}` as somebody typed it; undefined when it gives no numbers, or two days the same
 * one: year, month and day must all be in it.
 */
export function normaliseDropPattern(typed: string): string | undefined {
  if (typed.length > 100) return undefined;
  const pattern = typed.normalize('NFKC').trim().toUpperCase();
  const parts = Array.from(pattern.matchAll(BRACES), ([, part = '']) => part);
  const hasAll = ['YY', 'MM', 'DD'].every((unit) => parts.some((part) => part.includes(unit)));
  const isPattern = hasAll && parts.every((part) => PARTS.test(part)) && pattern.length <= 40;
  return isPattern && normaliseCouponNumber(dropNumber(pattern, ANY_DAY)) !== undefined ? pattern : undefined;
}

/** The number of the coupon of one day, given as `2026-11-22`. */
export function dropNumber(pattern: string, day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return pattern.replaceAll(BRACES, (_, parts: string) =>
    parts.replaceAll('YYYY', year).replaceAll('YY', year.slice(-2)).replaceAll('MM', month).replaceAll('DD', date),
  );
}
