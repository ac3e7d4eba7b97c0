import { useQuery } from '@apollo/client/react';
import { ActiveEventBooksDocument, type EventBook } from '@pagedrop/sdk';
import { useEffect, useEffectEvent, useState } from 'react';

import { useServerClock } from '#clock/clock-context.ts';
import { mergeShelf, type Drop } from '#features/events/shelf.ts';

/** How often the page asks while it is visible. */
const POLL_MS = 5_000;
/** After an opening every open page wants the new stock: they spread over this long. */
const SPREAD_MS = 4_000;
/** The longest delay that a timer takes. */
const LONGEST_TIMER_MS = 2_147_000_000;

export interface EventShelf {
  /** undefined until the first answer. */
  drops: readonly Drop[] | undefined;
  /** The last request failed: what is shown may be old. */
  failed: boolean;
  refetch: () => void;
}

/** The drops on the page, asked for again while the page is visible and around each opening. */
export function useEventShelf(): EventShelf {
  const clock = useServerClock();
  const {
    data,
    error,
    refetch: ask,
  } = useQuery(ActiveEventBooksDocument, {
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
    pollInterval: POLL_MS,
    skipPollAttempt: () => document.hidden,
  });
  const books = data?.activeEventBooks;
  const [drops, setDrops] = useState<readonly Drop[]>();
  const [merged, setMerged] = useState<readonly EventBook[]>();
  if (books && books !== merged) {
    setMerged(books);
    setDrops(mergeShelf(drops ?? [], books, clock.now()));
  }

  // A refusal is in `error`; nobody waits for this promise.
  const refetch = () => void ask().catch(() => undefined);
  useRefetchOnReturn(refetch);
  useRefetchAtOpening(drops, refetch);
  return { drops, failed: error !== undefined, refetch };
}

function useRefetchOnReturn(refetch: () => void) {
  useEffect(() => {
    const onReturn = () => {
      if (!document.hidden) refetch();
    };
    document.addEventListener('visibilitychange', onReturn);
    addEventListener('online', onReturn);
    return () => {
      document.removeEventListener('visibilitychange', onReturn);
      removeEventListener('online', onReturn);
    };
  });
}

function useRefetchAtOpening(drops: readonly Drop[] | undefined, refetch: () => void) {
  const clock = useServerClock();
  const openings = (drops ?? []).map(({ coupon }) => Date.parse(coupon.startsAt)).filter((at) => at > clock.now());
  const next = openings.length > 0 ? Math.min(...openings) : null;
  // `refetch` is new at each render but does the same; a new timer for it would move the jitter about.
  const opened = useEffectEvent(refetch);
  useEffect(() => {
    if (next === null) return;
    const delay = next - clock.now() + Math.random() * SPREAD_MS;
    const timer = setTimeout(() => opened(), Math.min(delay, LONGEST_TIMER_MS));
    return () => clearTimeout(timer);
  }, [next, clock]);
}
