import { weekdaysOf } from '#admin/recurring-drops/weekdays.js';

/** `Every day`, or `Every Monday and Friday`. */
export function sayDays(isoDays: readonly number[]): string {
  const names = weekdaysOf(isoDays).map((day) => day.charAt(0) + day.slice(1).toLowerCase());
  return names.length === 7 ? 'Every day' : `Every ${new Intl.ListFormat('en-GB').format(names)}`;
}
