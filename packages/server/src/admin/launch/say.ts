// What summaries are made of, in English. The page says the same in the operator's language from the facts beside it.

const moment = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Seoul',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** `Fri, 27 Nov 2026, 12:00 KST` */
export function sayMoment(date: Date): string {
  return `${moment.format(date)} KST`;
}

/** `1 pass`, `1,000 passes` */
export function sayNumber(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** `use within 3 days, read for 30` */
export function sayClocks({ useWithinDays, readingDays }: { useWithinDays: number; readingDays: number }): string {
  return `use within ${sayNumber(useWithinDays, 'day', 'days')}, read for ${readingDays}`;
}
