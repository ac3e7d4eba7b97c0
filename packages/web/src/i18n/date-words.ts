import type { Locale } from '#i18n/locale.ts';

interface WallClock {
  /** Days since 1970-01-01 in the reader's zone. */
  day: number;
  hour: number;
  minute: number;
}

/**
 * An instant as a reader would say it: "오늘 낮 12:00", "tomorrow at 9:00 AM", "11월 25일(수) 오후 3:00".
 * @param timeZone IANA name; undefined: the reader's own.
 */
export function dateWords(locale: Locale, at: Date, now: Date, timeZone?: string): string {
  const then = wallClock(at, timeZone);
  const distance = then.day - wallClock(now, timeZone).day;
  const day = dayWord(locale, distance) ?? calendarDay(locale, at, now, timeZone);
  if (locale === 'ko') return `${day} ${koreanTime(then)}`;
  return `${day} at ${englishTime(at, then, timeZone)}`;
}

/** The time of day alone, for the end of a window that began the same day. */
export function timeWords(locale: Locale, at: Date, timeZone?: string): string {
  const then = wallClock(at, timeZone);
  return locale === 'ko' ? koreanTime(then) : englishTime(at, then, timeZone);
}

/** An instant without "today" or "tomorrow", such as "11월 25일 (수) 오후 3:00": for what is kept and read again later. */
export function keptDateWords(locale: Locale, at: Date, now: Date, timeZone?: string): string {
  const then = wallClock(at, timeZone);
  const day = calendarDay(locale, at, now, timeZone);
  return locale === 'ko' ? `${day} ${koreanTime(then)}` : `${day}, ${englishTime(at, then, timeZone)}`;
}

function dayWord(locale: Locale, distance: number): string | undefined {
  const words = locale === 'ko' ? ['어제', '오늘', '내일', '모레'] : ['yesterday', 'today', 'tomorrow'];
  return words[distance + 1];
}

function calendarDay(locale: Locale, at: Date, now: Date, timeZone: string | undefined): string {
  const sameYear = year(at, timeZone) === year(now, timeZone);
  const options: Intl.DateTimeFormatOptions = {
    month: locale === 'ko' ? 'long' : 'short',
    day: 'numeric',
    timeZone,
    ...(sameYear ? { weekday: 'short' } : { year: 'numeric' }),
  };
  return new Intl.DateTimeFormat(locale, options).format(at);
}

function koreanTime({ hour, minute }: WallClock): string {
  const clock = `${hour > 12 ? hour - 12 : hour}:${String(minute).padStart(2, '0')}`;
  return `${koreanPartOfDay(hour, minute)} ${clock}`;
}

function koreanPartOfDay(hour: number, minute: number): string {
  if (hour === 0 && minute === 0) return '자정';
  if (hour < 6) return '새벽';
  if (hour < 12) return '오전';
  if (hour === 12) return '낮';
  if (hour < 18) return '오후';
  return hour < 21 ? '저녁' : '밤';
}

function englishTime(at: Date, { hour, minute }: WallClock, timeZone: string | undefined): string {
  if (minute === 0 && hour === 12) return 'noon';
  if (minute === 0 && hour === 0) return 'midnight';
  // The half of the day stays on the line of its clock.
  return new Intl.DateTimeFormat('en', { timeStyle: 'short', timeZone }).format(at).replace(/\s/u, '\u00a0');
}

function year(at: Date, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat('en', { year: 'numeric', timeZone }).format(at);
}

function wallClock(at: Date, timeZone: string | undefined): WallClock {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((each) => each.type === type)?.value ?? 0);
  const midnight = Date.UTC(part('year'), part('month') - 1, part('day'));
  return { day: Math.round(midnight / 86_400_000), hour: part('hour'), minute: part('minute') };
}
