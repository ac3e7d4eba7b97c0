import type { ApolloCache } from '@apollo/client/cache';
import { MyCouponsDocument, type UserCoupon } from '@pagedrop/sdk';

/** Puts a pass that has just arrived on top of the known ones. */
export function rememberPass(cache: ApolloCache, pass: UserCoupon): void {
  cache.updateQuery({ query: MyCouponsDocument }, (known) => {
    // Unknown as yet: the query that is on its way will bring this pass too.
    if (!known || known.myCoupons.some(({ id }) => id === pass.id)) return undefined;
    return { myCoupons: [pass, ...known.myCoupons] };
  });
}

/** Forgets whose passes they were, when the reader logs out. */
export function forgetPasses(cache: ApolloCache): void {
  cache.evict({ id: 'ROOT_QUERY', fieldName: 'myCoupons' });
  cache.gc();
}
