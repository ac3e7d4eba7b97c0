import { useEffect, useEffectEvent, useState } from 'react';

import { useServerClock, useServerSecond } from '#clock/clock-context.ts';
import { isOver, pickHero, type Drop } from '#features/events/shelf.ts';

/** How long a drop that is over may say so before the next one takes its place. */
const FAREWELL_MS = 60_000;

/**
 * The drop at the top of the page. It keeps its place while it lasts: a card must not move under the reader's finger.
 * Once it is over, another one follows when the reader comes back to the page, or a minute later unless the focus is
 * inside.
 */
export function useHero(drops: readonly Drop[]): Drop | undefined {
  const clock = useServerClock();
  const now = useServerSecond();
  const [heroId, setHeroId] = useState(() => pickHero(drops, clock.now())?.coupon.id);
  const hero = drops.find((drop) => drop.coupon.id === heroId);
  const over = hero === undefined || isOver(hero, now);

  const moveOn = useEffectEvent(() => {
    const next = pickHero(drops, clock.now());
    if (next) setHeroId(next.coupon.id);
  });

  useEffect(() => {
    if (!over) return undefined;
    const onReturn = () => {
      if (!document.hidden) moveOn();
    };
    const timer = setInterval(() => {
      if (!holdsFocus(heroId)) moveOn();
    }, FAREWELL_MS);
    document.addEventListener('visibilitychange', onReturn);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onReturn);
    };
  }, [over, heroId]);

  return hero;
}

function holdsFocus(heroId: string | undefined): boolean {
  const article = document.getElementById(`take-${heroId}`)?.closest('article');
  return article?.contains(document.activeElement) ?? false;
}
