import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import { closeCoupon } from '#admin/coupons/operations/close-coupon.js';
import { StaffCouponResult } from '#admin/coupons/operations/coupon-operations.types.js';
import { lowerCoupon } from '#admin/coupons/operations/lower-coupon.js';
import { pauseCoupon } from '#admin/coupons/operations/pause-coupon.js';
import { resumeCoupon } from '#admin/coupons/operations/resume-coupon.js';
import { topUpCoupon } from '#admin/coupons/operations/top-up-coupon.js';
import type { StaffContext } from '#admin/staff-context.js';
import { Allow } from '#auth/allow.js';
import { OPERATORS } from '#auth/role.js';

/** What may be done with a drop while it runs. */
@Resolver()
export class CouponOperationsResolver {
  @Allow(OPERATORS)
  @Mutation(() => StaffCouponResult, {
    description: 'Holds a coupon until it is resumed; who holds a pass keeps it. Safe to repeat.',
  })
  pauseCoupon(@Arg('couponNumber', () => String) couponNumber: string, @Ctx() context: StaffContext) {
    return pauseCoupon(context, { couponNumber });
  }

  @Allow(OPERATORS)
  @Mutation(() => StaffCouponResult, { description: 'Lets a paused coupon go on. Safe to repeat.' })
  resumeCoupon(@Arg('couponNumber', () => String) couponNumber: string, @Ctx() context: StaffContext) {
    return resumeCoupon(context, { couponNumber });
  }

  @Allow(OPERATORS)
  @Mutation(() => StaffCouponResult, {
    description: 'Adds passes; a sold-out coupon is open again. Safe to repeat with the same operationId.',
  })
  topUpCoupon(
    @Arg('couponNumber', () => String) couponNumber: string,
    @Arg('by', () => Int, { description: 'How many passes more, from 1 to 1,000,000.' }) by: number,
    @Arg('operationId', () => ID, { description: 'A UUID, made once for this top-up.' }) operationId: string,
    @Ctx() context: StaffContext,
  ) {
    return topUpCoupon(context, { couponNumber, by, operationId });
  }

  @Allow(OPERATORS)
  @Mutation(() => StaffCouponResult, {
    description: 'Lowers the total, never below what is issued; equal to it, the coupon is sold out. Safe to repeat.',
  })
  lowerCoupon(
    @Arg('couponNumber', () => String) couponNumber: string,
    @Arg('totalQuantity', () => Int, { description: 'The new total.' }) totalQuantity: number,
    @Ctx() context: StaffContext,
  ) {
    return lowerCoupon(context, { couponNumber, totalQuantity });
  }

  @Allow(OPERATORS)
  @Mutation(() => StaffCouponResult, {
    description: 'Ends a coupon for good; who holds a pass keeps it. Safe to repeat.',
  })
  closeCoupon(@Arg('couponNumber', () => String) couponNumber: string, @Ctx() context: StaffContext) {
    return closeCoupon(context, { couponNumber });
  }
}
