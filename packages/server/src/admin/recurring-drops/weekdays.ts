/** In the order of ISO 8601: Monday is 1 in the database, Sunday 7. */
export const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export type Weekday = (typeof weekdays)[number];

/** As the database has them: sorted, none twice. */
export function isoDaysOf(days: readonly Weekday[]): number[] {
  const wanted = new Set(days);
  return weekdays.flatMap((day, index) => (wanted.has(day) ? [index + 1] : []));
}

/** As clients see them. */
export function weekdaysOf(isoDays: readonly number[]): Weekday[] {
  const wanted = new Set(isoDays);
  return weekdays.filter((_, index) => wanted.has(index + 1));
}
