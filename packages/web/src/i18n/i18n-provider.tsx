import { useEffect, useMemo, useState, type ReactNode } from 'react';

import { dateWords, keptDateWords } from '#i18n/date-words.ts';
import { en } from '#i18n/en.ts';
import { I18nContext, type I18n } from '#i18n/i18n-context.ts';
import { ko } from '#i18n/ko.ts';
import { initialLocale, rememberLocale, type Locale } from '#i18n/locale.ts';

/** Gives the page its language and tells the document about it. */
export function I18nProvider({ children }: { children: ReactNode }) {
  const [locale, setLocale] = useState<Locale>(initialLocale);

  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);

  const i18n = useMemo<I18n>(() => {
    const numbers = new Intl.NumberFormat(locale);
    const plurals = new Intl.PluralRules(locale);
    const t = locale === 'ko' ? ko : en;
    return {
      locale,
      t,
      setLocale: (next) => {
        rememberLocale(next);
        setLocale(next);
      },
      number: (value) => numbers.format(value),
      days: (count) => t.common.days(numbers.format(count), plurals.select(count) === 'one'),
      when: (iso, now) => dateWords(locale, new Date(iso), new Date(now)),
      keptDate: (iso, now) => keptDateWords(locale, new Date(iso), new Date(now)),
    };
  }, [locale]);

  return <I18nContext value={i18n}>{children}</I18nContext>;
}
