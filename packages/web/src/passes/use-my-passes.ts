import { useQuery } from '@apollo/client/react';
import { MyCouponsDocument, type UserCoupon } from '@pagedrop/sdk';

import { useSessionState } from '#session/session-context.ts';

/** The reader's passes, newest first. */
export interface MyPasses {
  /** undefined while they, or the session itself, are not known yet; empty for a visitor who is not logged in. */
  passes: readonly UserCoupon[] | undefined;
  failed: boolean;
  refetch: () => Promise<unknown>;
}

/** Reads the reader's passes once per visit of a page; what happens on the page itself is written to the cache. */
export function useMyPasses(): MyPasses {
  const { status } = useSessionState();
  const { data, previousData, error, refetch } = useQuery(MyCouponsDocument, {
    skip: status !== 'authenticated',
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  if (status === 'anonymous') return { passes: [], failed: false, refetch };
  if (status === 'restoring') return { passes: undefined, failed: false, refetch };
  return { passes: (data ?? previousData)?.myCoupons, failed: error !== undefined, refetch };
}
