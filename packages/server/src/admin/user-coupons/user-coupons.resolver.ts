import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { ListArgs } from '#admin/lists/list-args.js';
import type { StaffContext } from '#admin/staff-context.js';
import { extendUserCoupons } from '#admin/user-coupons/extend-user-coupons.js';
import { findUserCoupon, findUserCoupons } from '#admin/user-coupons/find-user-coupons.js';
import { revokeUserCoupons } from '#admin/user-coupons/revoke-user-coupons.js';
import { undoUserCouponUses } from '#admin/user-coupons/undo-user-coupon-uses.js';
import {
  StaffUserCoupon,
  UserCouponConnection,
  UserCouponFilter,
  UserCouponSortEnum,
  type UserCouponSort,
} from '#admin/user-coupons/user-coupons.types.js';
import { Allow } from '#auth/allow.js';
import { STAFF } from '#auth/role.js';

/** The same for all that is done with passes. */
const reason = { description: 'Why, for the audit log.' };

@Resolver()
export class StaffUserCouponsResolver {
  @Allow(STAFF)
  @Query(() => UserCouponConnection, { description: 'The passes.' })
  userCoupons(
    @Args(() => ListArgs) page: ListArgs,
    @Arg('sort', () => UserCouponSortEnum, { defaultValue: 'CREATED_AT' }) sort: UserCouponSort,
    @Arg('filter', () => UserCouponFilter, { nullable: true }) filter: UserCouponFilter | null,
    @Ctx() context: StaffContext,
  ) {
    return findUserCoupons(context, page, { sort, filter });
  }

  @Allow(STAFF)
  @Query(() => StaffUserCoupon, { nullable: true })
  userCoupon(@Arg('id', () => ID) id: string, @Ctx() context: StaffContext) {
    return findUserCoupon(context, id);
  }

  @Allow(STAFF)
  @Mutation(() => [StaffUserCoupon], {
    description: 'Takes passes back, up to 1,000, all or none. Safe to repeat.',
  })
  revokeUserCoupons(
    @Arg('ids', () => [ID]) ids: string[],
    @Arg('returnToStock', () => Boolean, { description: 'Whether the next reader gets them, as other passes.' })
    returnToStock: boolean,
    @Arg('reason', () => String, reason) reason: string,
    @Ctx() context: StaffContext,
  ) {
    return revokeUserCoupons(context, { ids, returnToStock, reason });
  }

  @Allow(STAFF)
  @Mutation(() => [StaffUserCoupon], {
    description: 'Makes used passes unused, up to 1,000, all or none; refused for revoked ones. Safe to repeat.',
  })
  undoUserCouponUses(
    @Arg('ids', () => [ID]) ids: string[],
    @Arg('reason', () => String, reason) reason: string,
    @Ctx() context: StaffContext,
  ) {
    return undoUserCouponUses(context, { ids, reason });
  }

  @Allow(STAFF)
  @Mutation(() => [StaffUserCoupon], {
    description:
      'Moves the clock that runs for each pass: until when an unused one can be used, a used one be read. Up to 1,000, all or none; refused for revoked ones. Safe to repeat.',
  })
  extendUserCoupons(
    @Arg('ids', () => [ID]) ids: string[],
    @Arg('expiresAt', () => GraphQLDateTime) expiresAt: Date,
    @Arg('reason', () => String, reason) reason: string,
    @Arg('allowEarlier', () => Boolean, {
      defaultValue: false,
      description: 'Also for passes that are good for longer than that.',
    })
    allowEarlier: boolean,
    @Ctx() context: StaffContext,
  ) {
    return extendUserCoupons(context, { ids, expiresAt, reason, allowEarlier });
  }
}
