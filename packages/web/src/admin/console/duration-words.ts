import type { ConsoleWords } from '#admin/console/use-console-words.ts';

const MINUTE = 60;
const HOUR = 3_600;

/** About how long, no finer than such a guess is: "about 40 seconds", "about 3 minutes". */
export function durationWords({ t, number }: Pick<ConsoleWords, 't' | 'number'>, seconds: number): string {
  const about = (key: string, count: number) => t(`about.${key}`, { smart_count: count, value: number(count) });
  if (seconds < 10) return about('seconds', Math.max(1, Math.ceil(seconds)));
  if (seconds < 90) return about('seconds', Math.round(seconds / 5) * 5);
  if (seconds < 90 * MINUTE) return about('minutes', Math.round(seconds / MINUTE));
  if (seconds < 24 * HOUR) return about('hours', Math.round(seconds / HOUR));
  return t('about.longer');
}
