import { z } from 'zod';
import { normalisePattern } from '#admin/coupon-batches/number-pattern.js';
import { passRules } from '#admin/coupons/coupon-input.js';
import { REHEARSAL_PREFIX } from '#coupons/coupon-number.js';

const COUNT_MAX = 100_000;

const pattern = z
  .string()
  .transform((typed) => normalisePattern(typed) ?? '')
  .refine((pattern) => pattern !== '', {
    error: 'expected 4 to 32 of A–Z, 0–9, - and ?, with at least one ?, and no - at its ends',
    params: { reason: 'BAD_PATTERN' },
  })
  .refine((pattern) => !pattern.startsWith(REHEARSAL_PREFIX), {
    error: `${REHEARSAL_PREFIX} is kept for rehearsals`,
    params: { reason: 'RESERVED' },
  });

/** The rules of a batch that can be told without the database. */
export const batchInput = passRules
  .omit({ visibility: true })
  .extend({ pattern, count: z.int().min(1).max(COUNT_MAX), startsAt: z.date(), endsAt: z.date() })
  .refine(({ startsAt, endsAt }) => endsAt > startsAt, {
    path: ['endsAt'],
    error: 'expected a time after the opening',
    params: { reason: 'BEFORE_START' },
  });
export type BatchPlan = z.infer<typeof batchInput>;
