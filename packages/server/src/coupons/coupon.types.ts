import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { BookType } from '#catalog/book.types.js';
import { couponStatuses, type CouponStatus } from '#coupons/coupon.entity.js';

export const CouponStatusEnum = Object.fromEntries(couponStatuses.map((status) => [status, status]));
registerEnumType(CouponStatusEnum, {
  name: 'CouponStatus',
  valuesConfig: {
    ACTIVE: { description: 'Passes can be taken while the window is open.' },
    PAUSED: { description: 'Held by an operator, for now.' },
    COMPLETE: { description: 'Nothing left, or closed.' },
  },
});

@ObjectType('Coupon', {
  simpleResolvers: true,
  description: 'One drop: a limited number of free reading passes for one book.',
})
export class CouponType {
  @Field(() => ID)
  declare readonly id: string;

  @Field(() => BookType)
  declare readonly book: BookType;

  @Field(() => String, { description: 'The public string that a reader downloads by.' })
  declare readonly number: string;

  @Field(() => Int, { description: 'How many passes this drop has in all.' })
  declare readonly totalQuantity: number;

  @Field(() => Int, { description: 'How many passes have been issued.' })
  declare readonly issuedQuantity: number;

  @Field(() => Int, { description: 'How many passes are left.' })
  declare readonly quantity: number;

  @Field(() => CouponStatusEnum)
  declare readonly status: CouponStatus;

  @Field(() => GraphQLDateTime, { description: "When the window opens, by the database's clock." })
  declare readonly startsAt: Date;

  @Field(() => GraphQLDateTime, { description: 'When the window closes.' })
  declare readonly endsAt: Date;

  @Field(() => Int, { description: 'How many days after its issue a pass may be used.' })
  declare readonly useWithinDays: number;

  @Field(() => Int, { description: 'How many days a reader may read after using the pass.' })
  declare readonly readingDays: number;
}
