import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { UserCouponType } from '#coupons/user-coupon.types.js';

@ObjectType({ simpleResolvers: true })
export class CouponNotFound {
  @Field(() => String)
  message = 'There is no coupon with this number. Check it and try again.';
}

@ObjectType({ simpleResolvers: true })
export class CouponNotStarted {
  @Field(() => String)
  message = 'This coupon has not opened yet.';

  @Field(() => GraphQLDateTime)
  readonly startsAt: Date;

  @Field(() => GraphQLDateTime, { description: "The database's clock at the moment of the answer." })
  readonly serverTime: Date;

  constructor(startsAt: Date, serverTime: Date) {
    this.startsAt = startsAt;
    this.serverTime = serverTime;
  }
}

@ObjectType({ simpleResolvers: true })
export class CouponEnded {
  @Field(() => String)
  message = 'This coupon has ended.';

  @Field(() => GraphQLDateTime)
  readonly endsAt: Date;

  constructor(endsAt: Date) {
    this.endsAt = endsAt;
  }
}

@ObjectType({ simpleResolvers: true })
export class CouponPaused {
  @Field(() => String)
  message = 'This coupon is paused for a moment. Try again later.';
}

@ObjectType({ simpleResolvers: true })
export class CouponSoldOut {
  @Field(() => String)
  message = 'All passes of this coupon are gone.';
}

@ObjectType({
  simpleResolvers: true,
  description: 'The server is busy or unsure; ask again. Nothing is known to have been issued.',
})
export class RetryLater {
  @Field(() => String)
  message = 'Many readers are asking right now. Ask again in a moment; asking twice never costs a pass.';

  @Field(() => Int, { description: 'How long to wait before asking again, in milliseconds.' })
  readonly retryAfterMs: number;

  constructor(retryAfterMs: number) {
    this.retryAfterMs = retryAfterMs;
  }
}

/** The expected outcomes of taking a pass are data; only the unexpected is an error. */
export const DownloadCouponResult = createUnionType({
  name: 'DownloadCouponResult',
  types: () =>
    [UserCouponType, CouponNotFound, CouponNotStarted, CouponEnded, CouponPaused, CouponSoldOut, RetryLater] as const,
});
