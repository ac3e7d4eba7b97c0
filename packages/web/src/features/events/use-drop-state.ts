import { useApolloClient } from '@apollo/client/react';
import { useSyncExternalStore } from 'react';

import { useServerSecond } from '#clock/clock-context.ts';
import { dropState, type DropState } from '#features/events/drop-state.ts';
import { pageClaims } from '#features/events/page-claims.ts';
import type { Drop } from '#features/events/shelf.ts';
import { useMyPasses } from '#passes/use-my-passes.ts';
import { useSessionState } from '#session/session-context.ts';

/** The state of one drop's button, kept up to date by data, session, claims and the server's clock. */
export function useDropState({ coupon, gone }: Drop): DropState {
  const now = useServerSecond();
  const claims = pageClaims(useApolloClient());
  const phases = useSyncExternalStore(claims.subscribe, claims.phases);
  const { status } = useSessionState();
  const { passes, failed } = useMyPasses();
  // When the passes can't be loaded the button still works: the server gives the same pass to the same reader.
  const known = status !== 'restoring' && (passes !== undefined || failed);
  return dropState({
    coupon,
    gone,
    now,
    loggedIn: known ? status === 'authenticated' : undefined,
    pass: passes?.find((pass) => pass.coupon.id === coupon.id),
    claim: phases.get(coupon.number),
  });
}
