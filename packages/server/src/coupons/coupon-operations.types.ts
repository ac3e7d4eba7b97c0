import { createUnionType, Field, ObjectType } from 'type-graphql';
import { CouponType } from '#coupons/coupon.types.js';
import { CouponNotFound } from '#coupons/download-coupon.types.js';

@ObjectType({ description: 'The coupon gives no passes any more, so that this cannot be done with it.' })
export class CouponClosed {
  @Field(() => String)
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

/** What becomes of an operator's command: the coupon as it is now, or why nothing was done. */
export const CouponOperationResult = createUnionType({
  name: 'CouponOperationResult',
  types: () => [CouponType, CouponNotFound, CouponClosed] as const,
});
