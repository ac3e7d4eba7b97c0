import { useEffect, useId, useRef, useState } from 'react';

import { useServerSecond } from '#clock/clock-context.ts';
import { useAnnounce } from '#components/announcer.tsx';
import { Button } from '#components/button/button.tsx';
import { Byline } from '#components/byline.tsx';
import { Cover } from '#components/cover/cover.tsx';
import { Stock } from '#components/stock/stock.tsx';
import { Countdown, CountdownOver } from '#features/events/countdown.tsx';
import { DropButton } from '#features/events/drop-button.tsx';
import { DropWindow } from '#features/events/drop-window.tsx';
import css from '#features/events/hero.module.css';
import type { Drop } from '#features/events/shelf.ts';
import { useDropState } from '#features/events/use-drop-state.ts';
import { useI18n } from '#i18n/i18n-context.ts';
import { textLang } from '#i18n/text-lang.ts';
import { classNames } from '#lib/class-names.ts';
import { focusSoon } from '#lib/focus-soon.ts';
import { useSessionServices, useSessionState } from '#session/session-context.ts';

/** The shutter begins to rise this long before the opening. */
const SHUTTER_MS = 60_000;

interface HeroProps {
  drop: Drop;
  /** Which later drop of a book that is on the page more than once. */
  round: number | undefined;
  onTake: (drop: Drop) => void;
}

/** The drop at the top of the page: its countdown, then, at the very second, its button. */
export function Hero({ drop, round, onTake }: HeroProps) {
  const { t, when, days } = useI18n();
  const now = useServerSecond();
  const titleId = useId();
  const roundId = useId();
  const nameIds = round === undefined ? titleId : `${titleId} ${roundId}`;
  const state = useDropState(drop);
  const { book, coupon } = drop;
  const opensIn = Date.parse(coupon.startsAt) - now;
  const upcoming = opensIn > 0;
  const over = state.kind === 'soldOut' || state.kind === 'ended';
  const kicker = upcoming ? t.events.nextDrop : over ? t.events.thisDrop : t.events.openNow;
  // The place of the clock is kept after the opening: the button must not move under a finger that waits for it.
  const [wasUpcoming] = useState(upcoming);
  useOpeningAnnouncement(upcoming, t.events.justOpened(book.title));
  return (
    <article className={classNames(css['hero'], over && css['over'])} aria-labelledby={nameIds}>
      <Shutter opensIn={opensIn} />
      <div className={css['text']}>
        <p className={css['kicker']}>
          {kicker}
          {round !== undefined && (
            <>
              {' · '}
              <span id={roundId}>{t.events.laterRound(round)}</span>
            </>
          )}
        </p>
        {wasUpcoming && (
          <div className={css['countdown']}>
            {upcoming ? (
              <Countdown ms={opensIn} />
            ) : (
              <CountdownOver words={over ? t.action[state.kind] : t.events.opened} />
            )}
          </div>
        )}
        <div className={css['names']}>
          <h2 id={titleId} lang={textLang(book.title)} className={classNames('clamp', css['title'])}>
            {book.title}
          </h2>
          <p className={classNames('clamp', css['author'])}>
            <Byline author={book.author} />
          </p>
        </div>
        <p lang={textLang(book.description)} className={classNames('clamp', css['description'])}>
          {book.description}
        </p>
        <div className={css['foot']}>
          <div className={css['facts']}>
            <p className={css['window']}>
              {upcoming ? t.window.getUntil(when(coupon.endsAt, now)) : <DropWindow drop={drop} state={state} />}
            </p>
            <p className={css['clocks']}>{t.window.clocks(days(coupon.useWithinDays), days(coupon.readingDays))}</p>
          </div>
          <Stock left={drop.gone ? 0 : coupon.quantity} total={coupon.totalQuantity} upcoming={upcoming} over={over} />
          <div className={css['actions']}>
            <DropButton
              id={`take-${coupon.id}`}
              state={state}
              describedBy={nameIds}
              onTake={() => onTake(drop)}
              opensLater={t.action.opensAt(when(coupon.startsAt, now))}
            />
            {upcoming && <LogInAhead focusAfter={`take-${coupon.id}`} />}
          </div>
        </div>
      </div>
      <div className={css['cover']}>
        <Cover book={book} />
      </div>
    </article>
  );
}

/** Whoever logs in before the opening needs a single tap at it. */
function LogInAhead({ focusAfter }: { focusAfter: string }) {
  const { t } = useI18n();
  const { prompt } = useSessionServices();
  const { status } = useSessionState();
  if (status !== 'anonymous') return null;

  async function logIn() {
    // This button is gone then, and the focus with it.
    if (await prompt.request('login')) focusSoon(focusAfter);
  }

  return (
    <Button tone="outline" onClick={() => void logIn()}>
      {t.events.logInAhead}
    </Button>
  );
}

/** The lower edge of a shop's shutter: down until the last minute, up at the opening. */
function Shutter({ opensIn }: { opensIn: number }) {
  const down = Math.min(1, Math.max(0, opensIn / SHUTTER_MS));
  return <div className={css['shutter']} style={{ transform: `scaleY(${down})` }} aria-hidden="true" />;
}

/** Says once, without being asked, that what was waited for is open. */
function useOpeningAnnouncement(upcoming: boolean, message: string) {
  const announce = useAnnounce();
  const wasUpcoming = useRef(upcoming);
  useEffect(() => {
    if (wasUpcoming.current && !upcoming) announce(message);
    wasUpcoming.current = upcoming;
  }, [upcoming, message, announce]);
}
