import { createContext, useContext } from 'react';

import type { Dictionary } from '#i18n/ko.ts';
import type { Locale } from '#i18n/locale.ts';

/** What a component needs to speak the reader's language. */
export interface I18n {
  locale: Locale;
  t: Dictionary;
  setLocale: (locale: Locale) => void;
  /** A number with thousands separators. */
  number: (value: number) => string;
  /** A number of days in words. */
  days: (count: number) => string;
  /** An instant in words; `now` is milliseconds of the server's clock. */
  when: (iso: string, now: number) => string;
  /** An instant by the calendar, for what is kept; `now` decides whether the year is said. */
  keptDate: (iso: string, now: number) => string;
}

export const I18nContext = createContext<I18n | null>(null);

/** The reader's language. Throws outside of `I18nProvider`. */
export function useI18n(): I18n {
  const i18n = useContext(I18nContext);
  if (!i18n) throw new Error('useI18n needs an I18nProvider above it.');
  return i18n;
}
