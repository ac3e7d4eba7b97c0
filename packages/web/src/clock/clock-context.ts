import { createContext, useContext, useSyncExternalStore } from 'react';

import type { ServerClock } from '#clock/server-clock.ts';

export const ClockContext = createContext<ServerClock | null>(null);

/** The server's clock. Throws outside of its provider. */
export function useServerClock(): ServerClock {
  const clock = useContext(ClockContext);
  if (!clock) throw new Error('useServerClock needs a ClockContext above it.');
  return clock;
}

/** The current whole second of the server's clock in milliseconds; renders again at each. */
export function useServerSecond(): number {
  const clock = useServerClock();
  return useSyncExternalStore(clock.subscribe, clock.second);
}
