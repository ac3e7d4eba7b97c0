import type { Weekday } from '#admin/generated/operations.ts';
import type { Locale } from '#i18n/locale.ts';

/** From Monday on, as ISO 8601 has them. */
export const WEEKDAYS = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const satisfies readonly Weekday[];

/** The first of January 2024 was a Monday. */
const A_MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** "월", "Mon" */
export function shortDay(locale: Locale, day: Weekday): string {
  const at = new Date(A_MONDAY + WEEKDAYS.indexOf(day) * DAY_MS);
  return new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(at);
}
