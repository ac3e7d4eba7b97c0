import type { Locale } from '#i18n/locale.ts';

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** The clock is looked at every few seconds only: counting them would be wrong most of the time. */
const UNDER_A_MINUTE = {
  ko: { ahead: '1분 안에', past: '방금' },
  en: { ahead: 'in under a minute', past: 'just now' },
} as const;

/** Which moment of a window is next, or was last, and how far away it is. */
export interface WindowWords {
  readonly key: 'opens' | 'ends' | 'ended';
  /** "in 3 hours", "2 days ago", "in under a minute" */
  readonly when: string;
  readonly moment: string;
}

/** A window as one would say it: opens in 3 hours, ends in 20 minutes, ended 2 days ago. */
export function windowWords(
  locale: Locale,
  { startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string },
  now: number,
): WindowWords {
  const key = now < Date.parse(startsAt) ? 'opens' : now < Date.parse(endsAt) ? 'ends' : 'ended';
  const moment = key === 'opens' ? startsAt : endsAt;
  return { key, moment, when: away(locale, Date.parse(moment) - now) };
}

function away(locale: Locale, ms: number): string {
  if (Math.abs(ms) < 60_000) return UNDER_A_MINUTE[locale][ms > 0 ? 'ahead' : 'past'];
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  // Three hours are "3 hours", and 26 are still "26 hours": a day too early is a drop that nobody watched.
  const [unit, size] = UNITS.find(([, length]) => Math.abs(ms) >= 2 * length) ?? ['minute', 60_000];
  return words.format(Math.trunc(ms / size), unit);
}
