import type { UserCoupon } from '@pagedrop/sdk';
import type { ReactNode } from 'react';

import { Byline } from '#components/byline.tsx';
import { Cover } from '#components/cover/cover.tsx';
import { Edition } from '#components/ticket/edition.tsx';
import { TicketCode } from '#components/ticket/ticket-code.tsx';
import { TicketFacts } from '#components/ticket/ticket-facts.tsx';
import css from '#components/ticket/ticket.module.css';
import { useI18n } from '#i18n/i18n-context.ts';
import { textLang } from '#i18n/text-lang.ts';
import { classNames } from '#lib/class-names.ts';
import { passState } from '#passes/pass-state.ts';

interface TicketProps {
  pass: UserCoupon;
  /** Milliseconds of the server's clock. */
  now: number;
  /** The pass has just been issued: its number counts up. */
  arriving?: boolean;
  /** The level that fits below the heading the ticket stands under. */
  heading: 'h2' | 'h3';
  /** What can be done with it. */
  action?: ReactNode;
}

/** A pass as a ticket one wants to keep. */
export function Ticket({ pass, now, arriving = false, heading: Heading, action }: TicketProps) {
  const { t } = useI18n();
  const titleId = `pass-${pass.id}`;
  const { book } = pass.coupon;
  // A dialog that shows one ticket is named after it already.
  const Root = arriving ? 'div' : 'article';
  const state = passState(pass, now);
  const stamped = state === 'unused' ? css['state'] : classNames(css['stamp'], state !== 'used' && css['stampQuiet']);
  return (
    <Root
      className={classNames(css['ticket'], state !== 'unused' && css['done'])}
      aria-labelledby={arriving ? undefined : titleId}
    >
      <div className={css['main']}>
        <div className={css['cover']}>
          <Cover book={book} />
        </div>
        <p className={css['kicker']}>
          {t.ticket.name}
          <span className={stamped}>{t.ticket.states[state]}</span>
        </p>
        <Edition sequence={pass.sequence} total={pass.coupon.totalQuantity} countUp={arriving} />
        <div className={css['book']}>
          <Heading id={titleId} tabIndex={-1} lang={textLang(book.title)} className={classNames('clamp', css['title'])}>
            {book.title}
          </Heading>
          <p className={classNames('clamp', css['author'])}>
            <Byline author={book.author} />
          </p>
        </div>
      </div>
      <div className={css['stub']}>
        <TicketCode code={pass.code} title={book.title} />
        <TicketFacts pass={pass} now={now} />
        {action}
      </div>
    </Root>
  );
}
