import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { cancelCouponBatch } from '#admin/coupon-batches/cancel-coupon-batch.js';
import {
  BatchSortEnum,
  CouponBatch,
  CouponBatchConnection,
  CouponBatchFilter,
  CouponBatchInput,
  CouponBatchSummary,
  type BatchSort,
} from '#admin/coupon-batches/coupon-batches.types.js';
import { createCouponBatch } from '#admin/coupon-batches/create-coupon-batch.js';
import { deleteCouponBatches } from '#admin/coupon-batches/delete-coupon-batches.js';
import { findCouponBatch, findCouponBatches } from '#admin/coupon-batches/find-coupon-batches.js';
import { summariseBatch } from '#admin/coupon-batches/summarise-batch.js';
import { ListArgs } from '#admin/lists/list-args.js';
import type { StaffContext } from '#admin/staff-context.js';
import { Allow } from '#auth/allow.js';
import { OPERATORS, STAFF } from '#auth/role.js';

@Resolver()
export class CouponBatchesResolver {
  @Allow(STAFF)
  @Query(() => CouponBatchConnection, { description: 'The batches of coupons for printed codes.' })
  couponBatches(
    @Args(() => ListArgs) page: ListArgs,
    @Arg('sort', () => BatchSortEnum, { defaultValue: 'CREATED_AT' }) sort: BatchSort,
    @Arg('filter', () => CouponBatchFilter, { nullable: true }) filter: CouponBatchFilter | null,
    @Ctx() context: StaffContext,
  ) {
    return findCouponBatches(context, page, { sort, filter });
  }

  @Allow(STAFF)
  @Query(() => CouponBatch, { nullable: true })
  couponBatch(@Arg('id', () => ID) id: string, @Ctx() context: StaffContext) {
    return findCouponBatch(context, id);
  }

  @Allow(STAFF)
  @Query(() => CouponBatchSummary, { description: 'What a batch would do; to be read before it is created.' })
  couponBatchSummary(@Arg('input', () => CouponBatchInput) input: CouponBatchInput, @Ctx() context: StaffContext) {
    return summariseBatch(context, input);
  }

  @Allow(OPERATORS)
  @Mutation(() => CouponBatch, {
    description: 'Orders a batch; its coupons are made in the background. Safe to repeat with the same id.',
  })
  createCouponBatch(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => CouponBatchInput) input: CouponBatchInput,
    @Arg('confirm', () => String) confirm: string,
    @Ctx() context: StaffContext,
  ) {
    return createCouponBatch(context, { id, input, confirm });
  }

  @Allow(OPERATORS)
  @Mutation(() => CouponBatch, { description: 'Makes no more coupons of it; those that are made stay.' })
  cancelCouponBatch(@Arg('id', () => ID) id: string, @Ctx() context: StaffContext) {
    return cancelCouponBatch(context, { id });
  }

  @Allow(OPERATORS)
  @Mutation(() => [ID], {
    description: 'Deletes batches with their coupons; all of them or none. Refused where a pass was ever issued.',
  })
  deleteCouponBatches(@Arg('ids', () => [ID]) ids: string[], @Ctx() context: StaffContext) {
    return deleteCouponBatches(context, { ids });
  }
}
