import { useLocale, useTranslate } from 'react-admin';

import { momentWords } from '#admin/i18n/moment-words.ts';
import { toLocale } from '#admin/i18n/i18n-provider.ts';
import { ownZone } from '#admin/i18n/zone.ts';
import type { ImportProblem, ImportRefused, ImportReport } from '#admin/imports/send-import.ts';

/** An import in sentences, in the language on the screen. */
export function useImportWords() {
  const translate = useTranslate();
  const locale = toLocale(useLocale());
  const number = (value: number) => value.toLocaleString(locale);
  const t = (key: string, options?: object) => translate(`resources.imports.${key}`, { ...options });

  /** The server's own sentence says more, in English: a line beside ours where that is another language. */
  function withDetail(words: string, message: string): string[] {
    return locale === 'en' || message === '' || message === words ? [words] : [words, t('detail', { message })];
  }

  return {
    t,
    number,
    /** What it makes or made, and what whoever confirms should know. */
    sentences: ({ creates, counts, isDone }: ImportReport): string[] => {
      if (counts.PROBLEM > 0) return [t('problems', { value: number(counts.PROBLEM) })];
      const { books, coupons, passes, openAtOnce, over, firstStartsAt } = creates;
      const parts = [
        ...(books > 0 ? [t('books', { value: number(books), smart_count: books })] : []),
        ...(coupons > 0
          ? [t('coupons', { value: number(coupons), passes: number(passes), smart_count: coupons })]
          : []),
      ];
      const [one, other] = parts;
      if (one === undefined) return [t('nothing')];
      const what = other === undefined ? one : t('and', { one, other });
      const when = firstStartsAt === null ? null : momentWords(locale, firstStartsAt, ownZone());
      return [
        t(isDone ? 'did' : 'would', { what }),
        ...(when ? [t('firstOpens', { when: `${when.own}${when.kst === null ? '' : ` (${when.kst} KST)`}` })] : []),
        ...(openAtOnce > 0 ? [t('openAtOnce', { value: number(openAtOnce) })] : []),
        ...(over > 0 ? [t('over', { value: number(over) })] : []),
      ];
    },
    problem: ({ reason, message, limit }: ImportProblem): string[] => {
      const words = t(`reasons.${reason}`, { message, limit: number(limit ?? 0), _: message });
      return reason === 'REQUIRED' || limit !== undefined ? [words] : withDetail(words, message);
    },
    refusal: ({ reason, message }: ImportRefused): string[] =>
      withDetail(t(`refusals.${reason}`, { message, _: message || t('refusals.OTHER') }), message),
  };
}
