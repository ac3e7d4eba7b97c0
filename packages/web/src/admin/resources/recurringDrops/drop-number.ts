/** The number of one day's coupon, as the server makes it; undefined while the pattern is none. */
export function dropNumber(pattern: string, day: string): string | undefined {
  const [year = '', month = '', date = ''] = day.split('-');
  const number = pattern
    .trim()
    .toUpperCase()
    .replaceAll(/\{((?:YYYY|YY|MM|DD)+)\}/g, (_, parts: string) =>
      parts.replaceAll('YYYY', year).replaceAll('YY', year.slice(-2)).replaceAll('MM', month).replaceAll('DD', date),
    );
  return /^[A-Z0-9-]{4,32}$/.test(number) ? number : undefined;
}
