import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { StaffCoupon } from '#admin/coupons/coupons.types.js';

export const refusalReasons = ['SOLD_OUT', 'PAUSED', 'NOT_STARTED', 'ENDED', 'RETRY_LATER'] as const;
export type RefusalReason = (typeof refusalReasons)[number];
const RefusalReasonEnum = Object.fromEntries(refusalReasons.map((reason) => [reason, reason]));
registerEnumType(RefusalReasonEnum, { name: 'RefusalReason' });

@ObjectType({ simpleResolvers: true, description: 'What all processes answered in one second of the drop.' })
export class ConsoleSecond {
  @Field(() => GraphQLDateTime, { description: "When it began, by the database's clock." })
  declare readonly at: Date;

  @Field(() => Int, { description: 'Passes that were issued.' })
  declare readonly issued: number;

  @Field(() => Int, { description: 'Readers who got none, for whatever reason.' })
  declare readonly refused: number;
}

@ObjectType({ simpleResolvers: true })
export class RefusalCount {
  @Field(() => RefusalReasonEnum)
  declare readonly reason: RefusalReason;

  @Field(() => Int, { description: 'Answers, not readers: who asks again is counted again.' })
  declare readonly count: number;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'A drop as it goes. The counts of the coupon are exact; the rest is what the processes have counted, a second or two behind, for looking only.',
})
export class CouponConsole {
  @Field(() => StaffCoupon)
  declare readonly coupon: StaffCoupon;

  @Field(() => GraphQLDateTime, { description: "The database's clock, which judges the window." })
  declare readonly serverTime: Date;

  @Field(() => [ConsoleSecond], {
    description: 'The last 120 seconds, oldest first, without those in which nobody asked.',
  })
  declare readonly seconds: readonly ConsoleSecond[];

  @Field(() => [RefusalCount], {
    description: 'Of the whole drop, every reason once, also those that nobody was told.',
  })
  declare readonly refusals: readonly RefusalCount[];

  @Field(() => Int, {
    description: 'How often readers asked again for a pass they had, and got it, in the whole drop.',
  })
  declare readonly alreadyIssued: number;

  @Field(() => Float, { description: 'The pace of the last ten seconds that are complete.' })
  declare readonly issuesPerSecond: number;

  @Field(() => Float, {
    nullable: true,
    description: 'At that pace; null while nothing is issued, or while the coupon gives none.',
  })
  declare readonly secondsToSellOut: number | null;
}
