import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { isUnanswered } from '#admin/console/unanswered.ts';
import { CouponConsoleDocument, type CouponConsoleQuery } from '#admin/generated/operations.ts';
import { useSend } from '#admin/use-send.ts';
import { createServerClock, type ServerClock } from '#clock/server-clock.ts';

export type DropConsole = NonNullable<CouponConsoleQuery['couponConsole']>;

const EVERY_MS = 1_000;
/** An answer that takes longer is of no use; the next question is. */
const ANSWER_WITHIN_MS = 4_000;

export interface Watched {
  /** Undefined: none has come yet. Null: there is no such coupon. */
  readonly drop: DropConsole | null | undefined;
  /** What is wrong since the last answer: none arrives, or the server says that it cannot; null when nothing is. */
  readonly trouble: 'lost' | 'busy' | null;
  readonly clock: ServerClock;
  /** Asks at once, after something was done. */
  readonly refresh: () => void;
}

/** A drop as it goes: asked for each second while somebody can see it, and at once when the page is looked at again. */
export function useConsole(couponId: string): Watched {
  const send = useSend();
  const queryClient = useQueryClient();
  const [clock] = useState(() => createServerClock());
  const queryKey = ['couponConsole', couponId];

  const { data, error, errorUpdateCount } = useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const options = { signal, timeoutMs: ANSWER_WITHIN_MS };
      const { couponConsole } = await send(CouponConsoleDocument, { id: couponId }, options);
      if (couponConsole) clock.sync(couponConsole.serverTime);
      return couponConsole;
    },
    refetchInterval: EVERY_MS,
    refetchIntervalInBackground: false,
    refetchOnWindowFocus: 'always',
    // Asked also when the device believes to be offline: it is wrong often enough.
    networkMode: 'always',
    retry: false,
    gcTime: 0,
  });

  return {
    drop: data,
    trouble: troubleOf(data === undefined ? errorUpdateCount > 0 : error !== null, error),
    clock,
    refresh: () => {
      void queryClient.invalidateQueries({ queryKey });
      void queryClient.invalidateQueries({ queryKey: ['coupons'] });
    },
  };
}

/** A first question that fails is forgotten while it is asked again; that there was one is not. */
function troubleOf(hasFailed: boolean, error: unknown): Watched['trouble'] {
  if (!hasFailed) return null;
  return error === null || isUnanswered(error) ? 'lost' : 'busy';
}
