import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { StaffCoupon } from '#admin/coupons/coupons.types.js';
import { CouponNotFound } from '#coupons/download-coupon.types.js';

@ObjectType({ description: 'The coupon gives no passes any more, so that this cannot be done with it.' })
export class CouponClosed {
  @Field(() => String)
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

@ObjectType({ description: 'More passes are out than the total that was asked for. Nothing was changed.' })
export class CouponTotalTooLow {
  @Field(() => String)
  readonly message: string;

  @Field(() => Int, { description: 'How many were out at that moment: the total cannot be lower.' })
  readonly issuedQuantity: number;

  constructor(issuedQuantity: number) {
    this.issuedQuantity = issuedQuantity;
    this.message = `${issuedQuantity.toLocaleString('en')} passes were issued already, and readers keep them: the total cannot be lower. Nothing was changed.`;
  }
}

/** What becomes of an operator's command: the coupon as it is now, or why nothing was done. */
export const StaffCouponResult = createUnionType({
  name: 'StaffCouponResult',
  types: () => [StaffCoupon, CouponNotFound, CouponClosed, CouponTotalTooLow] as const,
});
