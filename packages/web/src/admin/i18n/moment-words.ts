import { KST, differsFromKst } from '#admin/i18n/zone.ts';
import type { Locale } from '#i18n/locale.ts';

/** An instant as staff read it: by their own clock, and by Korea's when that shows something else. */
export interface MomentWords {
  readonly own: string;
  readonly kst: string | null;
}

/** Day, weekday and time to the minute: "2026. 11. 27. (금) 12:00", "Fri, 27 Nov 2026, 12:00". */
export function momentWords(locale: Locale, iso: string, zone: string): MomentWords {
  const at = new Date(iso);
  return { own: inZone(locale, at, zone), kst: differsFromKst(at, zone) ? inZone(locale, at, KST) : null };
}

function inZone(locale: Locale, at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(locale === 'ko' ? 'ko' : 'en-GB', {
    timeZone,
    year: 'numeric',
    month: locale === 'ko' ? 'numeric' : 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}
