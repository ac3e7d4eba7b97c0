/** How the number of every rehearsal's coupon begins, and of no other: its readers may take passes of nothing else. */
export const REHEARSAL_PREFIX = 'REHEARSAL-';

const FORM = /^[A-Z0-9][A-Z0-9-]{2,30}[A-Z0-9]$/;

/** A coupon number as a reader typed it (spaces around, lower case, full-width letters), or undefined when it can be none. */
export function normaliseCouponNumber(typed: string): string | undefined {
  if (typed.length > 100) return undefined;
  const number = typed.normalize('NFKC').trim().toUpperCase();
  return FORM.test(number) ? number : undefined;
}
