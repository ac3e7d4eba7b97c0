import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { CouponType } from '#coupons/coupon.types.js';

@ObjectType('UserCoupon', { simpleResolvers: true, description: 'A pass that one reader holds.' })
export class UserCouponType {
  @Field(() => ID)
  declare readonly id: string;

  @Field(() => CouponType)
  declare readonly coupon: CouponType;

  @Field(() => Int, { description: "The pass's place in the order of issue: 37 of 1,000." })
  declare readonly sequence: number;

  @Field(() => String, { description: "The pass's own code, in groups of four without look-alike characters." })
  declare readonly code: string;

  @Field(() => Boolean)
  declare readonly isUsed: boolean;

  @Field(() => GraphQLDateTime, { description: 'When the pass was issued.' })
  declare readonly createdAt: Date;

  @Field(() => GraphQLDateTime, { description: 'The pass can be used until then.' })
  declare readonly expiresAt: Date;

  @Field(() => GraphQLDateTime, { nullable: true })
  declare readonly usedAt: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Once used: the book can be read until then.' })
  declare readonly readableUntil: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When staff took the pass back.' })
  declare readonly revokedAt: Date | null;

  @Field(() => Boolean, { description: 'True when this reader had the pass before this request.' })
  declare readonly alreadyIssued: boolean;
}
