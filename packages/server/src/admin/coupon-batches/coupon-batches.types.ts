import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { StaffBook } from '#admin/books/books.types.js';
import { batchStatuses, type BatchStatus } from '#admin/coupon-batches/coupon-batch.entity.js';
import { LaunchWarning } from '#admin/launch/launch.types.js';
import { connectionOf } from '#admin/lists/connection.types.js';
import { ListFilter } from '#admin/lists/list-filters.js';

const BatchStatusEnum = Object.fromEntries(batchStatuses.map((status) => [status, status]));
registerEnumType(BatchStatusEnum, { name: 'CouponBatchStatus' });

@ObjectType('CouponBatch', { simpleResolvers: true, description: 'Unlisted coupons in bulk, for printed codes.' })
export class CouponBatch {
  @Field(() => ID)
  declare readonly id: string;

  @Field(() => StaffBook)
  declare readonly book: StaffBook;

  @Field(() => String, { description: 'Each ? is a character by chance.' })
  declare readonly pattern: string;

  @Field(() => Int, { description: 'How many coupons are wanted.' })
  declare readonly count: number;

  @Field(() => Int, { description: 'How many there are by now.' })
  declare readonly made: number;

  @Field(() => Int, { description: 'Passes of each coupon.' })
  declare readonly totalQuantity: number;

  @Field(() => GraphQLDateTime)
  declare readonly startsAt: Date;

  @Field(() => GraphQLDateTime)
  declare readonly endsAt: Date;

  @Field(() => Int)
  declare readonly useWithinDays: number;

  @Field(() => Int)
  declare readonly readingDays: number;

  @Field(() => BatchStatusEnum)
  declare readonly status: BatchStatus;

  @Field(() => GraphQLDateTime)
  declare readonly createdAt: Date;

  @Field(() => GraphQLDateTime, { nullable: true })
  declare readonly finishedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it failed, for people, in English.' })
  declare readonly problem: string | null;
}

export const CouponBatchConnection = connectionOf(CouponBatch, 'CouponBatch');

export const batchSorts = ['CREATED_AT', 'PATTERN', 'COUNT'] as const;
export type BatchSort = (typeof batchSorts)[number];
export const BatchSortEnum = Object.fromEntries(batchSorts.map((sort) => [sort, sort]));
registerEnumType(BatchSortEnum, { name: 'CouponBatchSort' });

@InputType('CouponBatchFilter', { description: 'Search looks into the pattern and the title of the book.' })
export class CouponBatchFilter extends ListFilter {
  @Field(() => ID, { nullable: true })
  declare readonly bookId?: string | null;

  @Field(() => [BatchStatusEnum], { nullable: true })
  declare readonly status?: readonly BatchStatus[] | null;
}

@InputType('CouponBatchInput')
export class CouponBatchInput {
  @Field(() => ID)
  declare readonly bookId: string;

  @Field(() => String, { description: 'A coupon number in which each ? becomes a character by chance.' })
  declare readonly pattern: string;

  @Field(() => Int, { description: '1 to 100,000.' })
  declare readonly count: number;

  @Field(() => Int, { description: 'Passes of each coupon.' })
  declare readonly totalQuantity: number;

  @Field(() => GraphQLDateTime)
  declare readonly startsAt: Date;

  @Field(() => GraphQLDateTime)
  declare readonly endsAt: Date;

  @Field(() => Int)
  declare readonly useWithinDays: number;

  @Field(() => Int)
  declare readonly readingDays: number;
}

@ObjectType('CouponBatchSummary', { simpleResolvers: true, description: 'What a batch would do, to be confirmed.' })
export class CouponBatchSummary {
  @Field(() => String, { description: 'Sent back with createCouponBatch: what was read is what is done.' })
  declare readonly confirm: string;

  @Field(() => String, { description: 'For people, in English.' })
  declare readonly sentence: string;

  @Field(() => String)
  declare readonly bookTitle: string;

  @Field(() => String)
  declare readonly pattern: string;

  @Field(() => Int)
  declare readonly count: number;

  @Field(() => Int, { description: 'Passes of each coupon.' })
  declare readonly totalQuantity: number;

  @Field(() => GraphQLDateTime)
  declare readonly startsAt: Date;

  @Field(() => GraphQLDateTime)
  declare readonly endsAt: Date;

  @Field(() => Boolean)
  declare readonly opensAtOnce: boolean;

  @Field(() => Int)
  declare readonly useWithinDays: number;

  @Field(() => Int)
  declare readonly readingDays: number;

  @Field(() => [String], { description: 'Numbers as they may look; none of these is made.' })
  declare readonly examples: readonly string[];

  @Field(() => [LaunchWarning])
  declare readonly warnings: readonly LaunchWarning[];
}
