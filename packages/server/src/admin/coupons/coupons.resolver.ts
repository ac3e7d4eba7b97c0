import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import {
  CouponConnection,
  CouponFilter,
  CouponSortEnum,
  StaffCoupon,
  type CouponSort,
} from '#admin/coupons/coupons.types.js';
import { findCoupon, findCoupons } from '#admin/coupons/find-coupons.js';
import { ListArgs } from '#admin/lists/list-args.js';
import type { StaffContext } from '#admin/staff-context.js';
import { Allow } from '#auth/allow.js';
import { STAFF } from '#auth/role.js';

@Resolver()
export class StaffCouponsResolver {
  @Allow(STAFF)
  @Query(() => CouponConnection, { description: 'The coupons.' })
  coupons(
    @Args(() => ListArgs) page: ListArgs,
    @Arg('sort', () => CouponSortEnum, { defaultValue: 'CREATED_AT' }) sort: CouponSort,
    @Arg('filter', () => CouponFilter, { nullable: true }) filter: CouponFilter | null,
    @Ctx() context: StaffContext,
  ) {
    return findCoupons(context, page, { sort, filter });
  }

  @Allow(STAFF)
  @Query(() => StaffCoupon, { nullable: true })
  coupon(@Arg('id', () => ID) id: string, @Ctx() context: StaffContext) {
    return findCoupon(context, id);
  }
}
