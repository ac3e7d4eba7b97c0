import { useQuery } from '@tanstack/react-query';

import { HomeDropsDocument, type StaffCouponRowFragment } from '#admin/generated/operations.ts';
import { useSend } from '#admin/use-send.ts';

const EVERY_MS = 10_000;

export interface HomeDrops {
  /** Latest opened first. */
  readonly open: readonly StaffCouponRowFragment[];
  /** Soonest first. */
  readonly upcoming: readonly StaffCouponRowFragment[];
}

/** What is open and what opens next; undefined until it is known. */
export function useHomeDrops(): { drops: HomeDrops | undefined; error: Error | null } {
  const send = useSend();
  const { data, error } = useQuery({
    queryKey: ['coupons', 'home'],
    queryFn: async ({ signal }): Promise<HomeDrops> => {
      const { open, upcoming } = await send(HomeDropsDocument, {}, { signal });
      return { open: open.edges.map(({ node }) => node), upcoming: upcoming.edges.map(({ node }) => node) };
    },
    refetchInterval: EVERY_MS,
  });
  return { drops: data, error };
}
