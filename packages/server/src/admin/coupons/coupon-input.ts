import { z } from 'zod';
import { clientId } from '#admin/staff-input.js';
import { couponVisibilities } from '#coupons/coupon.entity.js';
import { normaliseCouponNumber, REHEARSAL_PREFIX } from '#coupons/coupon-number.js';

/** A coupon has no more passes than this, however often it is topped up. */
export const TOTAL_MAX = 100_000_000;

const days = z.int().min(1).max(3650);

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

/** The rules of a coupon; an import holds its lines against the same. */
export const couponInput = passRules
  .extend({ number: couponNumber, startsAt: z.date(), endsAt: z.date() })
  .refine(({ startsAt, endsAt }) => endsAt > startsAt, {
    path: ['endsAt'],
    error: 'expected a time after the opening',
    params: { reason: 'BEFORE_START' },
  });
export type CouponFacts = z.infer<typeof couponInput>;
