import { Arg, Ctx, Int, Mutation, Resolver } from 'type-graphql';
import { Allow } from '#auth/allow.js';
import type { Role } from '#auth/role.js';
import { CouponOperationResult } from '#coupons/coupon-operations.types.js';
import type { CouponsContext } from '#coupons/coupons-context.js';
import { pauseCoupon } from '#coupons/pause-coupon.js';
import { resumeCoupon } from '#coupons/resume-coupon.js';
import { topUpCoupon } from '#coupons/top-up-coupon.js';

/** Who may touch a drop while it runs. */
const OPERATORS: readonly Role[] = ['OPERATOR', 'ADMIN'];

@Resolver()
export class CouponOperationsResolver {
  @Allow(OPERATORS)
  @Mutation(() => CouponOperationResult, {
    description: 'Holds a coupon until it is resumed; who holds a pass keeps it. Safe to repeat.',
  })
  pauseCoupon(@Arg('couponNumber', () => String) couponNumber: string, @Ctx() context: CouponsContext) {
    return pauseCoupon(context, { couponNumber });
  }

  @Allow(OPERATORS)
  @Mutation(() => CouponOperationResult, { description: 'Lets a paused coupon go on. Safe to repeat.' })
  resumeCoupon(@Arg('couponNumber', () => String) couponNumber: string, @Ctx() context: CouponsContext) {
    return resumeCoupon(context, { couponNumber });
  }

  @Allow(OPERATORS)
  @Mutation(() => CouponOperationResult, {
    description:
      'Adds passes; a sold-out coupon is open again. Not safe to repeat: after a lost answer look at totalQuantity first.',
  })
  topUpCoupon(
    @Arg('couponNumber', () => String) couponNumber: string,
    @Arg('by', () => Int, { description: 'How many passes more, from 1 to 1,000,000.' }) by: number,
    @Ctx() context: CouponsContext,
  ) {
    return topUpCoupon(context, { couponNumber, by });
  }
}
