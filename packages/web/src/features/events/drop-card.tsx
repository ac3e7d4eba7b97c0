import { useId } from 'react';

import { Cover } from '#components/cover/cover.tsx';
import { Stock } from '#components/stock/stock.tsx';
import { DropButton } from '#features/events/drop-button.tsx';
import css from '#features/events/drop-card.module.css';
import { DropWindow } from '#features/events/drop-window.tsx';
import type { Drop } from '#features/events/shelf.ts';
import { useDropState } from '#features/events/use-drop-state.ts';
import { useI18n } from '#i18n/i18n-context.ts';
import { classNames } from '#lib/class-names.ts';

interface DropCardProps {
  drop: Drop;
  onTake: (drop: Drop) => void;
}

/** One drop among the others. */
export function DropCard({ drop, onTake }: DropCardProps) {
  const { t } = useI18n();
  const titleId = useId();
  const state = useDropState(drop);
  const { book, coupon } = drop;
  const over = state.kind === 'soldOut' || state.kind === 'ended';
  return (
    <article className={classNames(css['card'], over && css['over'])} aria-labelledby={titleId}>
      <div className={css['cover']}>
        <Cover book={book} />
      </div>
      <div className={css['text']}>
        <h3 id={titleId} className={css['title']}>
          {book.title}
        </h3>
        <p className={css['author']}>{t.events.by(book.author)}</p>
        <p className={css['description']}>{book.description}</p>
      </div>
      <div className={css['facts']}>
        <p className={css['window']}>
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
        <DropButton id={`take-${coupon.id}`} state={state} describedBy={titleId} onTake={() => onTake(drop)} />
      </div>
    </article>
  );
}
