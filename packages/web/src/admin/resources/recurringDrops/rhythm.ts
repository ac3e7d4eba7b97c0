import { useLocale, useTranslate } from 'react-admin';

import type { Weekday } from '#admin/generated/operations.ts';
import { toLocale } from '#admin/i18n/i18n-provider.ts';
import { KST } from '#admin/i18n/zone.ts';
import { shortDay, WEEKDAYS } from '#admin/resources/recurringDrops/weekdays.ts';

interface Rhythm {
  readonly days: readonly Weekday[];
  readonly timeOfDay: string;
  readonly zone: string;
  readonly totalQuantity: number;
}

/** "매일 12:00 KST · 500장", "Mon, Fri 12:00 Europe/Berlin · 20 passes" */
export function useRhythm(): (drop: Rhythm) => string {
  const translate = useTranslate();
  const locale = toLocale(useLocale());
  return ({ days, timeOfDay, zone, totalQuantity }) => {
    const names = WEEKDAYS.filter((day) => days.includes(day)).map((day) => shortDay(locale, day));
    const when =
      days.length === 7 ? translate('resources.recurringDrops.everyDay') : names.join(locale === 'ko' ? '·' : ', ');
    const passes = translate('resources.recurringDrops.passes', {
      smart_count: totalQuantity,
      value: totalQuantity.toLocaleString(locale),
    });
    return `${when} ${timeOfDay} ${zone === KST ? 'KST' : zone} · ${passes}`;
  };
}
