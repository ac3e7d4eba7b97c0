import { z } from 'zod';
import { clientId } from '#admin/staff-input.js';
import { DAYS_MAX, TOTAL_MAX } from '#coupons/coupon-limits.js';
import { couponVisibilities } from '#coupons/coupon.entity.js';
import { normaliseCouponNumber, REHEARSAL_PREFIX } from '#coupons/coupon-number.js';

const days = z.int().min(1).max(DAYS_MAX);

/** A number as an operator types it, in the form in which it is kept. */
export const couponNumber = z.string().transform((typed, context) => {
  const number = normaliseCouponNumber(typed);
  if (number === undefined) return refuse(context, 'BAD_FORMAT', 'expected 4 to 32 of A–Z, 0–9 and -, not at the ends');
  if (!number.startsWith(REHEARSAL_PREFIX)) return number;
  return refuse(context, 'RESERVED', `numbers that begin with ${REHEARSAL_PREFIX} are for rehearsals`);
});

function refuse(context: z.core.$RefinementCtx, reason: string, message: string): never {
  context.issues.push({ code: 'custom', input: context.value, message, params: { reason } });
  return z.NEVER;
}

/** What every way of making a coupon must fulfil, beside its number and its window. */
export const passRules = z.object({
  bookId: clientId,
  totalQuantity: z.int().min(1).max(TOTAL_MAX),
  visibility: z.enum(couponVisibilities),
  useWithinDays: days,
  readingDays: days,
});

const named = passRules.extend({ number: couponNumber, startsAt: z.date(), endsAt: z.date() });

const opensFirst = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) => endsAt > startsAt;
const OPENS_FIRST = {
  path: ['endsAt'],
  error: 'expected a time after the opening',
  params: { reason: 'BEFORE_START' },
};

/** The rules of a coupon. */
export const couponInput = named.refine(opensFirst, OPENS_FIRST);
export type CouponFacts = z.infer<typeof couponInput>;

/** The same for a line of an import, whose book is yet to be found. */
export const couponOfSomeBook = named.omit({ bookId: true }).refine(opensFirst, OPENS_FIRST);
