import { z } from 'zod';
import { passRules } from '#admin/coupons/coupon-input.js';
import { normaliseDropPattern } from '#admin/recurring-drops/drop-number.js';
import { isoDaysOf, weekdays } from '#admin/recurring-drops/weekdays.js';
import { REHEARSAL_PREFIX } from '#coupons/coupon-number.js';

const WEEK_MINUTES = 10_080;

const numberPattern = z
  .string()
  .transform((typed) => normaliseDropPattern(typed) ?? '')
  .refine((pattern) => pattern !== '', {
    error: 'expected a number such as NOON-{YYYYMMDD}, with year, month and day in it and 32 characters at the most',
    params: { reason: 'BAD_PATTERN' },
  })
  .refine((pattern) => !pattern.startsWith(REHEARSAL_PREFIX), {
    error: `numbers that begin with ${REHEARSAL_PREFIX} are for rehearsals`,
    params: { reason: 'RESERVED' },
  });

/** Names of places and of UTC; `posix/…` and abbreviations, which know no summer, are none that people mean. */
const zone = z
  .string()
  .trim()
  .refine((name) => name === 'UTC' || (/^[A-Z]\w+(\/[\w+-]+){1,2}$/.test(name) && isKnownHere(name)), {
    error: 'expected the name of a time zone, such as Asia/Seoul',
    params: { reason: 'UNKNOWN_ZONE' },
  });

const day = z.iso.date().refine((text) => text >= '2000-01-01' && text <= '2999-12-31', {
  error: 'expected a day between 2000 and 2999',
  params: { reason: 'BAD_FORMAT' },
});

/** When it opens. */
export const scheduleRules = z.object({
  timeOfDay: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time such as 12:00'),
  zone,
  days: z.array(z.enum(weekdays)).min(1).transform(isoDaysOf),
  openMinutes: z.int().min(1).max(WEEK_MINUTES),
  startsOn: day,
  endsOn: day.nullish().transform((text) => text ?? null),
});

interface Span {
  readonly startsOn: string;
  readonly endsOn: string | null;
}
const inOrder = ({ startsOn, endsOn }: Span) => endsOn === null || endsOn >= startsOn;
const notInOrder = {
  path: ['endsOn'],
  error: 'expected a day that is not before the first one',
  params: { reason: 'BEFORE_START' },
};

export const scheduleInput = scheduleRules.refine(inOrder, notInOrder);

/** The rules of a recurring drop that can be told without the database. */
export const dropInput = passRules.extend({ ...scheduleRules.shape, numberPattern }).refine(inOrder, notInOrder);
export type DropPlan = z.infer<typeof dropInput>;

/** A plan as the database writes it: otherwise the log would tell of a time that nobody changed. */
export function rowOf(plan: DropPlan): DropPlan {
  return { ...plan, timeOfDay: `${plan.timeOfDay}:00` };
}

function isKnownHere(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
