import { useI18n } from '#i18n/i18n-context.ts';
import { textLang } from '#i18n/text-lang.ts';

/** "이광수 지음", "by 이광수": the words in the page's language, the name in its own. */
export function Byline({ author }: { author: string }) {
  const { t } = useI18n();
  const words = t.events.by(author);
  const at = words.indexOf(author);
  return (
    <>
      {words.slice(0, at)}
      <span lang={textLang(author)}>{author}</span>
      {words.slice(at + author.length)}
    </>
  );
}
