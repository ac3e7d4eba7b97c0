import { z } from 'zod';
import { dropInput, scheduleInput, type DropPlan } from '#admin/recurring-drops/drop-input.js';
import type { RecurringDropInput, ScheduleInput } from '#admin/recurring-drops/recurring-drops.types.js';
import { findOpenings, upcomingOf, type Schedule } from '#admin/recurring-drops/openings.js';
import type { StaffContext } from '#admin/staff-context.js';
import { badInput, readInput } from '#admin/staff-input.js';

type Reader = Pick<StaffContext, 'database'>;

/** What somebody typed, held against the rules. @throws PublicError BAD_USER_INPUT */
export async function planOf(context: Reader, input: RecurringDropInput): Promise<DropPlan> {
  const plan = readInput(dropInput, input);
  await assertZone(context, plan.zone);
  return plan;
}

/** The parts of a plan that say when. */
export function scheduleOf({
  days,
  ...rest
}: Omit<Schedule, 'isoDays'> & { readonly days: readonly number[] }): Schedule {
  const { timeOfDay, zone, openMinutes, startsOn, endsOn } = rest;
  return { timeOfDay, zone, isoDays: days, openMinutes, startsOn, endsOn };
}

/** The next openings of what somebody is typing. @throws PublicError BAD_USER_INPUT */
export async function previewOpenings(context: Reader, input: ScheduleInput): Promise<Date[]> {
  const schedule = readInput(scheduleInput, input);
  await assertZone(context, schedule.zone);
  return upcomingOf(await findOpenings(context.database.pool, scheduleOf(schedule)));
}

const found = z.object({ known: z.boolean() });

/** The zone must be one of PostgreSQL's, because PostgreSQL reckons with it. */
async function assertZone({ database }: Reader, zone: string): Promise<void> {
  const { rows } = await database.pool.query('select exists (select from pg_timezone_names where name = $1) as known', [
    zone,
  ]);
  if (found.parse(rows[0]).known) return;
  throw badInput([{ field: 'zone', reason: 'UNKNOWN_ZONE', message: 'The database knows no such time zone.' }]);
}
