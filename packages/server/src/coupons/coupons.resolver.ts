import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allow } from '#auth/allow.js';
import { BookType } from '#catalog/book.types.js';
import { CouponType } from '#coupons/coupon.types.js';
import type { CouponsContext } from '#coupons/coupons-context.js';
import { downloadCoupon } from '#coupons/download-coupon.js';
import { DownloadCouponResult } from '#coupons/download-coupon.types.js';
import { eventBooks, eventCouponsOf, type EventBook } from '#coupons/event-books.js';
import { myCoupons } from '#coupons/my-coupons.js';
import { serverTime } from '#coupons/server-time.js';
import { useCoupon } from '#coupons/use-coupon.js';
import { UseCouponResult } from '#coupons/use-coupon.types.js';
import { UserCouponType } from '#coupons/user-coupon.types.js';

@Resolver(() => BookType)
export class CouponsResolver {
  @Allow('everyone')
  @Query(() => [BookType], {
    description: 'The books that are in an event now, each with its coupons that are on the page.',
  })
  activeEventBooks(@Ctx() context: CouponsContext): Promise<EventBook[]> {
    return eventBooks(context);
  }

  @Allow('everyone')
  @Query(() => GraphQLDateTime, {
    description:
      "The database's clock, which judges every window. Count down against this, never against the device's.",
  })
  serverTime(@Ctx() context: CouponsContext): Promise<Date> {
    return serverTime(context);
  }

  @Allow('logged-in')
  @Query(() => [UserCouponType], { description: "The reader's passes, newest first." })
  myCoupons(@Ctx() context: CouponsContext): Promise<UserCouponType[]> {
    return myCoupons(context);
  }

  @Allow('logged-in')
  @Mutation(() => DownloadCouponResult, {
    description: 'Takes a pass. Safe to repeat: the same reader and coupon always get the same pass.',
  })
  downloadCoupon(@Arg('couponNumber', () => String) couponNumber: string, @Ctx() context: CouponsContext) {
    return downloadCoupon(context, { couponNumber });
  }

  @Allow('logged-in')
  @Mutation(() => UseCouponResult, { description: 'Spends a pass. Safe to repeat.' })
  useCoupon(@Arg('id', () => ID) id: string, @Ctx() context: CouponsContext) {
    return useCoupon(context, { id });
  }

  @FieldResolver(() => [CouponType], { description: 'The coupons of this book that are on the event page now.' })
  async coupons(@Root() book: BookType | EventBook, @Ctx() context: CouponsContext): Promise<readonly CouponType[]> {
    if ('coupons' in book) return book.coupons;
    return eventCouponsOf(context, book.id);
  }
}
