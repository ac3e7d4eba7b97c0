import type { ApolloClient } from '@apollo/client';
import { DownloadCouponDocument } from '@pagedrop/sdk';

import { createClaims, type Claims } from '#features/events/claims.ts';
import { waitForConnection } from '#lib/wait-for-connection.ts';

// Outlives the page's components: leaving the page and coming back must not lose sight of a claim under way.
const claimsOf = new WeakMap<ApolloClient, Claims>();

/** The claims of this client. */
export function pageClaims(client: ApolloClient): Claims {
  const known = claimsOf.get(client);
  if (known) return known;
  const claims = createClaims({
    async download(couponNumber) {
      const { data } = await client.mutate({ mutation: DownloadCouponDocument, variables: { couponNumber } });
      if (!data) throw new TypeError('The answer to downloadCoupon has no data.');
      return data.downloadCoupon;
    },
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    waitForConnection,
    elapsed: () => performance.now(),
    random: Math.random,
  });
  claimsOf.set(client, claims);
  return claims;
}
