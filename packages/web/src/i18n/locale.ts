/** The languages the page speaks. */
export type Locale = 'ko' | 'en';

const STORAGE_KEY = 'pagedrop.locale';

/** The first of the browser's languages that the page speaks; Korean when there is none. */
export function pickLocale(languages: readonly string[]): Locale {
  for (const language of languages) {
    const primary = language.toLowerCase().split('-')[0];
    if (primary === 'ko' || primary === 'en') return primary;
  }
  return 'ko';
}

/** What the reader chose in the footer earlier, otherwise the browser's language. */
export function initialLocale(): Locale {
  const chosen = readChoice();
  return chosen === 'ko' || chosen === 'en' ? chosen : pickLocale(navigator.languages);
}

/** Keeps the reader's choice for the next visit. */
export function rememberLocale(locale: Locale): void {
  try {
    localStorage.setItem(STORAGE_KEY, locale);
  } catch {
    // A browser that refuses storage forgets the choice; nothing else depends on it.
  }
}

function readChoice(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}
