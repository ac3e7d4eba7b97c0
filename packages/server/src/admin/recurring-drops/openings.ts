import type { Pool } from 'pg';
import { z } from 'zod';
import { instant } from '#coupons/coupon-rows.js';

/** How long before its window a coupon is made, so that the event page shows what comes. */
export const MADE_AHEAD = `interval '3 days'`;
/** How many openings people are shown. */
const SHOWN = 7;

/** A day behind the longest window, and seven weeks ahead for what comes once a week. */
const DAYS_BACK = 8;
const DAYS_IN_ALL = DAYS_BACK + 8 * 7;

/** SQL for each part of a schedule: columns or parameters. */
export type ScheduleSql = Readonly<
  Record<'timeOfDay' | 'zone' | 'days' | 'openMinutes' | 'startsOn' | 'endsOn', string>
>;

/** The columns of `recurring_drop r`. */
export const SCHEDULE_OF_DROP: ScheduleSql = {
  timeOfDay: 'r.time_of_day',
  zone: 'r.zone',
  days: 'r.days',
  openMinutes: 'r.open_minutes',
  startsOn: 'r.starts_on',
  endsOn: 'r.ends_on',
};

/**
 * SQL, in brackets, for the windows that are not over yet: `day`, `starts_at`, `ends_at`. PostgreSQL turns a day and
 * a time into a moment, by the zone's own calendar: an hour that is skipped opens an hour later, one that comes twice
 * the second time.
 */
export function openingsSql({ timeOfDay, zone, days, openMinutes, startsOn, endsOn }: ScheduleSql): string {
  return `(
    select d.day, w.starts_at, w.starts_at + ${openMinutes} * interval '1 minute' as ends_at
    from generate_series(0, ${DAYS_IN_ALL}) as step
    cross join lateral (select greatest(${startsOn}, (now() at time zone ${zone})::date - ${DAYS_BACK}) + step as day) d
    cross join lateral (select (d.day + ${timeOfDay}) at time zone ${zone} as starts_at) w
    where extract(isodow from d.day)::smallint = any(${days}) and d.day <= coalesce(${endsOn}, 'infinity')
      and w.starts_at + ${openMinutes} * interval '1 minute' > now())`;
}

/** SQL for the next openings of `recurring_drop r` that have not begun, as an array in JSON. */
export const UPCOMING_OF_DROP = `to_jsonb(array(
  select o.starts_at from ${openingsSql(SCHEDULE_OF_DROP)} o
  where not r.is_paused and o.starts_at > now() and o.day <> all(r.skipped_days) and not exists (
    select from coupon c where c.recurring_drop_id = r.id and c.drop_day = o.day and c.starts_at <= now())
  order by o.starts_at limit ${SHOWN}))`;

/** When something happens again and again; the same words as in the database. */
export interface Schedule {
  /** `12:00` */
  readonly timeOfDay: string;
  readonly zone: string;
  readonly isoDays: readonly number[];
  readonly openMinutes: number;
  /** `2026-11-22` */
  readonly startsOn: string;
  readonly endsOn: string | null;
}

const opening = z.object({ day: z.string(), startsAt: instant, isOpen: z.boolean() });
export type Opening = z.infer<typeof opening>;

/** The window that is open now, if one is, and the next ones, of a schedule that nobody has saved yet. */
export async function findOpenings(pool: Pool, schedule: Schedule): Promise<Opening[]> {
  const sql = openingsSql({
    timeOfDay: '$1::time',
    zone: '$2::text',
    days: '$3::smallint[]',
    openMinutes: '$4::integer',
    startsOn: '$5::date',
    endsOn: '$6::date',
  });
  const { timeOfDay, zone, isoDays, openMinutes, startsOn, endsOn } = schedule;
  const { rows } = await pool.query(
    `select o.day::text, o.starts_at as "startsAt", o.starts_at <= now() as "isOpen" from ${sql} o
     order by o.starts_at limit ${SHOWN + DAYS_BACK}`,
    [timeOfDay, zone, isoDays, openMinutes, startsOn, endsOn],
  );
  return z.array(opening).parse(rows);
}

/** Those of them that have not begun, as many as people are shown. */
export function upcomingOf(openings: readonly Opening[]): Date[] {
  return openings.flatMap(({ startsAt, isOpen }) => (isOpen ? [] : [startsAt])).slice(0, SHOWN);
}
