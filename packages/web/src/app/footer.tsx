import css from '#app/layout.module.css';
import { useI18n } from '#i18n/i18n-context.ts';
import type { Locale } from '#i18n/locale.ts';

const LANGUAGES: readonly [Locale, string][] = [
  ['ko', '한국어'],
  ['en', 'English'],
];

/** The rules in one sentence, and the language. */
export function Footer() {
  const { t, locale, setLocale } = useI18n();
  return (
    <footer className={css['footer']}>
      <div className={css['footerInner']}>
        <p>{t.footer.note}</p>
        <fieldset className={css['languages']}>
          <legend className="visually-hidden">{t.footer.language}</legend>
          {LANGUAGES.map(([code, name]) => (
            <button
              key={code}
              type="button"
              lang={code}
              className={css['language']}
              aria-pressed={code === locale}
              onClick={() => setLocale(code)}
            >
              {name}
            </button>
          ))}
        </fieldset>
      </div>
    </footer>
  );
}
