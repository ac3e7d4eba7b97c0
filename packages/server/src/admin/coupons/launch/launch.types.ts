import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { CouponVisibilityEnum } from '#admin/coupons/coupons.types.js';
import { LaunchWarning } from '#admin/launch/launch.types.js';
import type { CouponVisibility } from '#coupons/coupon.entity.js';

@ObjectType('LaunchSummary', {
  simpleResolvers: true,
  description: 'What a launch would be, for somebody to read and confirm.',
})
export class LaunchSummary {
  @Field(() => String, { description: 'To be sent with the write: it stands for these facts and these warnings.' })
  declare readonly confirm: string;

  @Field(() => Boolean, { description: 'False: nothing of the launch changes, and any `confirm` will do.' })
  declare readonly isNeeded: boolean;

  @Field(() => String, { description: 'All of it in one English sentence.' })
  declare readonly sentence: string;

  @Field(() => String)
  declare readonly bookTitle: string;

  @Field(() => Int)
  declare readonly totalQuantity: number;

  @Field(() => CouponVisibilityEnum)
  declare readonly visibility: CouponVisibility;

  @Field(() => GraphQLDateTime)
  declare readonly startsAt: Date;

  @Field(() => GraphQLDateTime)
  declare readonly endsAt: Date;

  @Field(() => Boolean, { description: 'Readers can take passes the moment that it is saved.' })
  declare readonly opensAtOnce: boolean;

  @Field(() => Int)
  declare readonly useWithinDays: number;

  @Field(() => Int)
  declare readonly readingDays: number;

  @Field(() => [LaunchWarning])
  declare readonly warnings: readonly LaunchWarning[];
}
