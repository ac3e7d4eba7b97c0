import polyglotI18nProvider from 'ra-i18n-polyglot';
import type { I18nProvider } from 'react-admin';

import { en } from '#admin/i18n/en.ts';
import { ko } from '#admin/i18n/ko.ts';
import { raEn } from '#admin/i18n/ra-en.ts';
import { raKo } from '#admin/i18n/ra-ko.ts';
import { initialLocale, rememberLocale, type Locale } from '#i18n/locale.ts';

const LOCALES = [
  { locale: 'ko', name: '한국어' },
  { locale: 'en', name: 'English' },
];

/** Korean and English; the choice is the one of the reader's page, and is kept for both. */
export function createI18nProvider(locale: Locale = initialLocale()): I18nProvider {
  // A sentence that is no key (the server's own) is shown as it is.
  const provider = polyglotI18nProvider(messages, locale, LOCALES, { allowMissing: true });
  document.documentElement.lang = locale;
  return {
    ...provider,
    async changeLocale(next) {
      await provider.changeLocale(next);
      rememberLocale(toLocale(next));
      document.documentElement.lang = next;
    },
  };
}

/** react-admin knows languages as strings only. */
export function toLocale(locale: string): Locale {
  return locale === 'en' ? 'en' : 'ko';
}

function messages(locale: string) {
  return locale === 'en' ? { ...raEn, ...en } : { ...raKo, ...ko };
}
