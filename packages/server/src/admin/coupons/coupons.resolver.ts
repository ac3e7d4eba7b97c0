import { Arg, Args, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import {
  CouponConnection,
  CouponFilter,
  CouponInput,
  CouponSortEnum,
  StaffCoupon,
  type CouponSort,
} from '#admin/coupons/coupons.types.js';
import { createCoupon } from '#admin/coupons/create-coupon.js';
import { deleteCoupons } from '#admin/coupons/delete-coupons.js';
import { findCoupon, findCoupons } from '#admin/coupons/find-coupons.js';
import { LaunchSummary } from '#admin/coupons/launch/launch.types.js';
import { summariseLaunch } from '#admin/coupons/launch/summarise-launch.js';
import { updateCoupon } from '#admin/coupons/update-coupon.js';
import { ListArgs } from '#admin/lists/list-args.js';
import type { StaffContext } from '#admin/staff-context.js';
import { Allow } from '#auth/allow.js';
import { OPERATORS, STAFF } from '#auth/role.js';

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

  @Allow(STAFF)
  @Query(() => LaunchSummary, {
    description: 'What saving this would do, to be read and confirmed before it is saved.',
  })
  launchSummary(
    @Arg('input', () => CouponInput) input: CouponInput,
    @Arg('id', () => ID, { nullable: true, description: 'Of the coupon that is being edited.' }) id: string | null,
    @Ctx() context: StaffContext,
  ) {
    return summariseLaunch(context, { input, id: id ?? null });
  }

  @Allow(OPERATORS)
  @Mutation(() => StaffCoupon, {
    description: 'Adds a coupon, as `launchSummary` said and somebody confirmed. Safe to repeat with the same id.',
  })
  createCoupon(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => CouponInput) input: CouponInput,
    @Arg('confirm', () => String, { description: 'Of the launch summary.' }) confirm: string,
    @Ctx() context: StaffContext,
  ) {
    return createCoupon(context, { id, input, confirm });
  }

  @Allow(OPERATORS)
  @Mutation(() => StaffCoupon, { description: 'Edits the version that was read; refused when there is a newer one.' })
  updateCoupon(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => CouponInput) input: CouponInput,
    @Arg('confirm', () => String, { description: 'Of the launch summary.' }) confirm: string,
    @Ctx() context: StaffContext,
  ) {
    return updateCoupon(context, { id, version, input, confirm });
  }

  @Allow(OPERATORS)
  @Mutation(() => [ID], { description: 'Deletes coupons; all of them or none. Refused where a pass was ever issued.' })
  deleteCoupons(@Arg('ids', () => [ID]) ids: string[], @Ctx() context: StaffContext) {
    return deleteCoupons(context, { ids });
  }
}
