import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { StaffBook } from '#admin/books/books.types.js';
import { connectionOf } from '#admin/lists/connection.types.js';
import { ListFilter } from '#admin/lists/list-filters.js';
import { couponVisibilities, type CouponStatus, type CouponVisibility } from '#coupons/coupon.entity.js';
import { CouponStatusEnum } from '#coupons/coupon.types.js';

export const CouponVisibilityEnum = Object.fromEntries(couponVisibilities.map((name) => [name, name]));
registerEnumType(CouponVisibilityEnum, {
  name: 'CouponVisibility',
  valuesConfig: {
    LISTED: { description: 'On the event page until it is COMPLETE.' },
    KEPT: { description: 'On the event page until it ends, then shown as sold out.' },
    UNLISTED: { description: 'Never on the event page: for who has the number.' },
  },
});

@ObjectType('StaffCoupon', { simpleResolvers: true, description: 'A drop, as staff see it.' })
export class StaffCoupon {
  @Field(() => ID)
  declare readonly id: string;

  @Field(() => StaffBook)
  declare readonly book: StaffBook;

  @Field(() => String)
  declare readonly number: string;

  @Field(() => Int)
  declare readonly totalQuantity: number;

  @Field(() => Int, { description: 'Every pass ever issued, revoked ones too.' })
  declare readonly issuedQuantity: number;

  @Field(() => Int, { description: 'How many passes are left.' })
  declare readonly quantity: number;

  @Field(() => Int, {
    description: 'How many revoked passes went back to stock; each raised totalQuantity by one.',
  })
  declare readonly returnedQuantity: number;

  @Field(() => CouponStatusEnum)
  declare readonly status: CouponStatus;

  @Field(() => CouponVisibilityEnum)
  declare readonly visibility: CouponVisibility;

  @Field(() => GraphQLDateTime)
  declare readonly startsAt: Date;

  @Field(() => GraphQLDateTime)
  declare readonly endsAt: Date;

  @Field(() => Int)
  declare readonly useWithinDays: number;

  @Field(() => Int)
  declare readonly readingDays: number;

  @Field(() => GraphQLDateTime)
  declare readonly createdAt: Date;

  @Field(() => Int, { description: 'Raised by every change that staff make, not by passes that are issued.' })
  declare readonly version: number;

  @Field(() => ID, { nullable: true, description: 'The batch of printed codes that it was made for.' })
  declare readonly batchId: string | null;

  @Field(() => ID, { nullable: true, description: 'The recurring drop that made it.' })
  declare readonly recurringDropId: string | null;
}

export const CouponConnection = connectionOf(StaffCoupon, 'Coupon');

export const couponSorts = [
  'CREATED_AT',
  'STARTS_AT',
  'ENDS_AT',
  'NUMBER',
  'TOTAL_QUANTITY',
  'ISSUED_QUANTITY',
] as const;
export type CouponSort = (typeof couponSorts)[number];
export const CouponSortEnum = Object.fromEntries(couponSorts.map((sort) => [sort, sort]));
registerEnumType(CouponSortEnum, { name: 'CouponSort' });

export const couponWindows = ['UPCOMING', 'OPEN', 'OVER'] as const;
export type CouponWindow = (typeof couponWindows)[number];
const CouponWindowEnum = Object.fromEntries(couponWindows.map((name) => [name, name]));
registerEnumType(CouponWindowEnum, {
  name: 'CouponWindow',
  description: "Where the database's clock stands: before the window, in it, or after it.",
});

@InputType('CouponFilter', {
  description: 'Search looks for the beginning of a number, and for a part of a book’s title.',
})
export class CouponFilter extends ListFilter {
  @Field(() => [CouponStatusEnum], { nullable: true })
  declare readonly status?: readonly CouponStatus[] | null;

  @Field(() => [CouponVisibilityEnum], { nullable: true })
  declare readonly visibility?: readonly CouponVisibility[] | null;

  @Field(() => CouponWindowEnum, { nullable: true })
  declare readonly window?: CouponWindow | null;

  @Field(() => ID, { nullable: true })
  declare readonly bookId?: string | null;

  @Field(() => ID, { nullable: true })
  declare readonly batchId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only those of batches of printed codes; false: all others.',
  })
  declare readonly printed?: boolean | null;

  @Field(() => ID, { nullable: true })
  declare readonly recurringDropId?: string | null;

  @Field(() => GraphQLDateTime, { nullable: true })
  declare readonly startsFrom?: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Up to this moment, without it.' })
  declare readonly startsTo?: Date | null;
}

@InputType('CouponInput')
export class CouponInput {
  @Field(() => ID)
  declare readonly bookId: string;

  @Field(() => String, { description: '4 to 32 of A–Z, 0–9 and hyphens; lower case is raised.' })
  declare readonly number: string;

  @Field(() => Int)
  declare readonly totalQuantity: number;

  @Field(() => CouponVisibilityEnum, { defaultValue: 'LISTED' })
  declare readonly visibility: CouponVisibility;

  @Field(() => GraphQLDateTime)
  declare readonly startsAt: Date;

  @Field(() => GraphQLDateTime)
  declare readonly endsAt: Date;

  @Field(() => Int)
  declare readonly useWithinDays: number;

  @Field(() => Int)
  declare readonly readingDays: number;
}
