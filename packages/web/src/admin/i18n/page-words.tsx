import { useMemo, type ReactNode } from 'react';
import { I18nContext as AdminI18nContext, useLocale } from 'react-admin';

import { toLocale, wordsOf } from '#admin/i18n/i18n-provider.ts';
import { dateWords, keptDateWords } from '#i18n/date-words.ts';
import { en } from '#i18n/en.ts';
import { I18nContext, type I18n } from '#i18n/i18n-context.ts';
import { ko } from '#i18n/ko.ts';

const NO_CHANGE = () => undefined;

/**
 * react-admin's words in the language of the store, and with them those of the reader's page for the components that both
 * pages show. Another language changes the words on the screen and nothing else: a form keeps what was typed.
 */
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
  return (
    <AdminI18nContext value={wordsOf[locale]}>
      <I18nContext value={i18n}>{children}</I18nContext>
    </AdminI18nContext>
  );
}
