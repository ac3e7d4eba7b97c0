import { ApolloLink } from '@apollo/client/link';
import { tap } from 'rxjs';

import type { ServerClock } from '#clock/server-clock.ts';

/** Sets the clock by every answer that carries `serverTime`, at the moment it arrives and not when it is rendered. */
export function createClockLink(clock: ServerClock): ApolloLink {
  return new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      tap((result) => {
        const serverTime: unknown = result.data?.['serverTime'];
        if (typeof serverTime === 'string') clock.sync(serverTime);
      }),
    ),
  );
}
