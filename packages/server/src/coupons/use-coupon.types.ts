import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { UserCouponType } from '#coupons/user-coupon.types.js';

@ObjectType()
export class UserCouponNotFound {
  @Field(() => String)
  message = 'You hold no pass with this id.';
}

@ObjectType()
export class UserCouponExpired {
  @Field(() => String)
  message = 'This pass was not used in time.';

  @Field(() => GraphQLDateTime)
  readonly expiresAt: Date;

  constructor(expiresAt: Date) {
    this.expiresAt = expiresAt;
  }
}

@ObjectType()
export class UserCouponRevoked {
  @Field(() => String)
  message = 'This pass was taken back. Ask our support why.';
}

export const UseCouponResult = createUnionType({
  name: 'UseCouponResult',
  types: () => [UserCouponType, UserCouponNotFound, UserCouponExpired, UserCouponRevoked] as const,
});
