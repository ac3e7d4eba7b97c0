import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allow } from '#auth/allow.js';
import { BookType } from '#catalog/book.types.js';
import { CouponType } from '#coupons/coupon.types.js';
import type { CouponsContext } from '#coupons/coupons-context.js';
import { downloadCoupon } from '#coupons/download-coupon.js';
import { DownloadCouponResult } from '#coupons/download-coupon.types.js';
import type { EventBook } from '#coupons/event-list.js';
import { myCoupons } from '#coupons/my-coupons.js';
import { useCoupon } from '#coupons/use-coupon.js';
import { UseCouponResult } from '#coupons/use-coupon.types.js';
import { UserCouponType } from '#coupons/user-coupon.types.js';
import { Hot } from '#platform/http/hot-path/hot.js';

/** How old the page may be that everybody sees, beside the second of what it is made from; the clock on it, too. */
const SHARED_FOR_MS = 20;

@Resolver(() => BookType)
export class CouponsResolver {
  @Allow('everyone')
  @Hot({ sharedForMs: SHARED_FOR_MS })
  @Query(() => [BookType], {
    description: 'The books that are in an event now, each with its coupons that are on the page.',
  })
  activeEventBooks(@Ctx() { eventList }: CouponsContext): Promise<readonly EventBook[]> {
    return eventList.books();
  }

  @Allow('everyone')
  @Hot({ sharedForMs: SHARED_FOR_MS })
  @Query(() => GraphQLDateTime, {
    description:
      "The database's clock, which judges every window. Count down against this, never against the device's.",
  })
  serverTime(@Ctx() { eventList }: CouponsContext): Promise<Date> {
    return eventList.serverTime();
  }

  @Allow('logged-in')
  @Hot()
  @Query(() => [UserCouponType], { description: "The reader's passes, newest first." })
  myCoupons(@Ctx() context: CouponsContext): Promise<UserCouponType[]> {
    return myCoupons(context);
  }

  @Allow('logged-in')
  @Hot()
  @Mutation(() => DownloadCouponResult, {
    description: 'Takes a pass. Safe to repeat: the same reader and coupon always get the same pass.',
  })
  downloadCoupon(@Arg('couponNumber', () => String) couponNumber: string, @Ctx() context: CouponsContext) {
    return downloadCoupon(context, { couponNumber });
  }

  @Allow('logged-in')
  @Hot()
  @Mutation(() => UseCouponResult, { description: 'Spends a pass. Safe to repeat.' })
  useCoupon(@Arg('id', () => ID) id: string, @Ctx() context: CouponsContext) {
    return useCoupon(context, { id });
  }

  @FieldResolver(() => [CouponType], { description: 'The coupons of this book that are on the event page now.' })
  async coupons(@Root() book: BookType | EventBook, @Ctx() { eventList }: CouponsContext) {
    if ('coupons' in book) return book.coupons;
    return (await eventList.books()).find(({ id }) => id === book.id)?.coupons ?? [];
  }
}
