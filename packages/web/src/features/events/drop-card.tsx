import { useId } from 'react';

import { Byline } from '#components/byline.tsx';
import { Cover } from '#components/cover/cover.tsx';
import { Stock } from '#components/stock/stock.tsx';
import { DropButton } from '#features/events/drop-button.tsx';
import css from '#features/events/drop-card.module.css';
import { DropWindow } from '#features/events/drop-window.tsx';
import type { Drop } from '#features/events/shelf.ts';
import { useDropState } from '#features/events/use-drop-state.ts';
import { useI18n } from '#i18n/i18n-context.ts';
import { textLang } from '#i18n/text-lang.ts';
import { classNames } from '#lib/class-names.ts';

interface DropCardProps {
  drop: Drop;
  /** Which later drop of a book that is on the page more than once. */
  round: number | undefined;
  onTake: (drop: Drop) => void;
}

/** One drop among the others. */
export function DropCard({ drop, round, onTake }: DropCardProps) {
  const { t } = useI18n();
  const titleId = useId();
  const roundId = useId();
  const nameIds = round === undefined ? titleId : `${titleId} ${roundId}`;
  const state = useDropState(drop);
  const { book, coupon } = drop;
  const over = state.kind === 'soldOut' || state.kind === 'ended';
  return (
    <article className={classNames(css['card'], over && css['over'])} aria-labelledby={nameIds}>
      <div className={css['cover']}>
        <Cover book={book} />
      </div>
      <div className={css['text']}>
        <h3 id={titleId} lang={textLang(book.title)} className={classNames('clamp', css['title'])}>
          {book.title}
        </h3>
        <p className={classNames('clamp', css['author'])}>
          <Byline author={book.author} />
        </p>
        <p lang={textLang(book.description)} className={classNames('clamp', css['description'])}>
          {book.description}
        </p>
      </div>
      <div className={css['facts']}>
        <p className={css['window']}>
          {round !== undefined && (
            <>
              <span id={roundId} className={css['round']}>
                {t.events.laterRound(round)}
              </span>
              {' · '}
            </>
          )}
          <DropWindow drop={drop} state={state} />
        </p>
        <Stock
          left={drop.gone ? 0 : coupon.quantity}
          total={coupon.totalQuantity}
          upcoming={state.kind === 'opensLater'}
          over={over}
        />
      </div>
      <div className={css['action']}>
        <DropButton id={`take-${coupon.id}`} state={state} describedBy={nameIds} onTake={() => onTake(drop)} />
      </div>
    </article>
  );
}
