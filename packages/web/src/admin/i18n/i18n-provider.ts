import polyglotI18nProvider from 'ra-i18n-polyglot';
import type { I18nProvider, Store } from 'react-admin';

import { en } from '#admin/i18n/en.ts';
import { ko } from '#admin/i18n/ko.ts';
import { raEn } from '#admin/i18n/ra-en.ts';
import { raKo } from '#admin/i18n/ra-ko.ts';
import { initialLocale, rememberLocale, type Locale } from '#i18n/locale.ts';

const LOCALES = [
  { locale: 'ko', name: '한국어' },
  { locale: 'en', name: 'English' },
];

// A sentence that is no key (the server's own) is shown as it is.
const OPTIONS = { allowMissing: true };

/** The words of each language; neither becomes the other. */
export const wordsOf: Readonly<Record<Locale, I18nProvider>> = {
  ko: polyglotI18nProvider(() => ({ ...raKo, ...ko }), 'ko', LOCALES, OPTIONS),
  en: polyglotI18nProvider(() => ({ ...raEn, ...en }), 'en', LOCALES, OPTIONS),
};

/**
 * Korean and English, whichever the store has; a choice is the one of the reader's page too, and is kept for both.
 *
 * react-admin builds every page anew, half-filled forms included, when its provider lags behind the store. This one never
 * does: what is on the screen changes its words by `PageWords` instead.
 */
export function createI18nProvider(store: Pick<Store, 'getItem' | 'setItem' | 'subscribe'>): I18nProvider {
  const getLocale = () => toLocale(store.getItem('locale', initialLocale()));
  document.documentElement.lang = getLocale();
  store.subscribe('locale', () => {
    const locale = getLocale();
    if (document.documentElement.lang === locale) return;
    document.documentElement.lang = locale;
    rememberLocale(locale);
  });
  return {
    translate: (key, options) => wordsOf[getLocale()].translate(key, options),
    getLocale,
    getLocales: () => LOCALES,
    async changeLocale(next) {
      store.setItem('locale', next);
    },
  };
}

/** react-admin knows languages as strings only. */
export function toLocale(locale: string | undefined): Locale {
  return locale === 'en' ? 'en' : 'ko';
}
