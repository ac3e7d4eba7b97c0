import { useMemo, type ReactNode } from 'react';
import { useLocale } from 'react-admin';

import { toLocale } from '#admin/i18n/i18n-provider.ts';
import { dateWords, keptDateWords } from '#i18n/date-words.ts';
import { en } from '#i18n/en.ts';
import { I18nContext, type I18n } from '#i18n/i18n-context.ts';
import { ko } from '#i18n/ko.ts';

const NO_CHANGE = () => undefined;

/** The words of the reader's page in react-admin's language, for the components that both pages show. */
export function PageWords({ children }: { children: ReactNode }) {
  const locale = toLocale(useLocale());
  const i18n = useMemo<I18n>(() => {
    const numbers = new Intl.NumberFormat(locale);
    const plurals = new Intl.PluralRules(locale);
    const t = locale === 'ko' ? ko : en;
    return {
      locale,
      t,
      setLocale: NO_CHANGE, // the app bar switches it
      number: (value) => numbers.format(value),
      days: (count) => t.common.days(numbers.format(count), plurals.select(count) === 'one'),
      when: (iso, now) => dateWords(locale, new Date(iso), new Date(now)),
      keptDate: (iso, now) => keptDateWords(locale, new Date(iso), new Date(now)),
    };
  }, [locale]);
  return <I18nContext value={i18n}>{children}</I18nContext>;
}
