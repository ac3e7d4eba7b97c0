import type { Book } from '@pagedrop/sdk';
import { useState } from 'react';

import css from '#components/cover/cover.module.css';
import { DrawnCover } from '#components/cover/drawn-cover.tsx';
import { useI18n } from '#i18n/i18n-context.ts';
import { textLang } from '#i18n/text-lang.ts';

/** A book's cover: its picture, or one drawn from title and author when it has none or the picture doesn't load. */
export function Cover({ book }: { book: Pick<Book, 'title' | 'author' | 'coverUrl'> }) {
  const { t } = useI18n();
  const [failedUrl, setFailedUrl] = useState<string | null>(null);
  const label = `${book.title}, ${t.events.by(book.author)}`;
  const { coverUrl } = book;
  return (
    <div className={css['cover']}>
      {coverUrl === null || coverUrl === failedUrl ? (
        <DrawnCover title={book.title} author={book.author} label={label} />
      ) : (
        <img
          className={css['picture']}
          src={coverUrl}
          alt={label}
          lang={textLang(label)}
          loading="lazy"
          onError={() => setFailedUrl(coverUrl)}
        />
      )}
    </div>
  );
}
