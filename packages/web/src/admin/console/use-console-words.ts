import { useTranslate } from 'react-admin';

import { useI18n } from '#i18n/i18n-context.ts';

export interface ConsoleWords {
  /** A sentence of `console.…`. */
  readonly t: (key: string, options?: Readonly<Record<string, string | number>>) => string;
  /** With thousands separators. */
  readonly number: (value: number) => string;
  /** "412 passes" */
  readonly passes: (count: number) => string;
}

/** The console's words in the language on the screen. */
export function useConsoleWords(): ConsoleWords {
  const translate = useTranslate();
  const { number } = useI18n();
  return {
    t: (key, options) => translate(`console.${key}`, options),
    number,
    passes: (count) => translate('console.passes', { smart_count: count, value: number(count) }),
  };
}
