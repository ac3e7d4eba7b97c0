import type { Spread } from '#statistics/spread.js';

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const fine = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });

/** As many digits as mean anything: 5,213 · 41 · 3.2 · 0.087 */
export function formatNumber(value: number): string {
  return Math.abs(value) >= 10 ? whole.format(value) : fine.format(value);
}

/** The median, and the range of the rounds when there were several. */
export function formatSpread(spread: Spread | undefined, format: (value: number) => string = formatNumber): string {
  if (!spread) return '–';
  const { median, min, max } = spread;
  return min === max ? format(median) : `${format(median)} (${format(min)}–${format(max)})`;
}
