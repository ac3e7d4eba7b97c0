import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { StaffCoupon } from '#admin/coupons/coupons.types.js';
import { connectionOf } from '#admin/lists/connection.types.js';
import { ListFilter } from '#admin/lists/list-filters.js';
import { StaffUser } from '#admin/users/users.types.js';

@ObjectType('StaffUserCoupon', { simpleResolvers: true, description: 'A pass, as staff see it.' })
export class StaffUserCoupon {
  @Field(() => ID)
  declare readonly id: string;

  @Field(() => StaffCoupon)
  declare readonly coupon: () => Promise<StaffCoupon>;

  @Field(() => StaffUser)
  declare readonly user: () => Promise<StaffUser>;

  @Field(() => Int, { description: 'Its place in the order of issue. A pass that goes back to stock keeps its own.' })
  declare readonly sequence: number;

  @Field(() => String, { description: 'In groups of four, as its reader sees it.' })
  declare readonly code: string;

  @Field(() => Boolean)
  declare readonly isUsed: boolean;

  @Field(() => GraphQLDateTime, { description: 'When it was issued.' })
  declare readonly createdAt: Date;

  @Field(() => GraphQLDateTime, { description: 'It can be used until then.' })
  declare readonly expiresAt: Date;

  @Field(() => GraphQLDateTime, { nullable: true })
  declare readonly usedAt: Date | null;

  @Field(() => Int, { description: 'Days of reading after its use, as they were when it was issued.' })
  declare readonly readingDays: number;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Once used: the book can be read until then.' })
  declare readonly readableUntil: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When staff took it back.' })
  declare readonly revokedAt: Date | null;

  @Field(() => Boolean, { description: 'Revoked, and given to the next reader as another pass.' })
  declare readonly returnedToStock: boolean;
}

export const UserCouponConnection = connectionOf(StaffUserCoupon, 'UserCoupon');

export const userCouponSorts = ['CREATED_AT', 'USED_AT', 'REVOKED_AT'] as const;
export type UserCouponSort = (typeof userCouponSorts)[number];
export const UserCouponSortEnum = Object.fromEntries(userCouponSorts.map((sort) => [sort, sort]));
registerEnumType(UserCouponSortEnum, {
  name: 'UserCouponSort',
  valuesConfig: {
    USED_AT: { description: 'Only those that were used.' },
    REVOKED_AT: { description: 'Only those that were revoked.' },
  },
});

export const userCouponStates = ['UNUSED', 'USED', 'EXPIRED', 'REVOKED'] as const;
export type UserCouponState = (typeof userCouponStates)[number];
const UserCouponStateEnum = Object.fromEntries(userCouponStates.map((state) => [state, state]));
registerEnumType(UserCouponStateEnum, {
  name: 'UserCouponState',
  description: "By the database's clock. A pass is in one of them.",
  valuesConfig: {
    UNUSED: { description: 'Can be used.' },
    USED: { description: 'Used, and not revoked.' },
    EXPIRED: { description: 'Neither used in time nor revoked.' },
    REVOKED: { description: 'Taken back, used or not.' },
  },
});

@InputType('UserCouponFilter', {
  description: "Search looks for a whole code, and for the beginning of a reader's name or of a coupon's number.",
})
export class UserCouponFilter extends ListFilter {
  @Field(() => ID, { nullable: true })
  declare readonly couponId?: string | null;

  @Field(() => ID, { nullable: true })
  declare readonly userId?: string | null;

  @Field(() => ID, { nullable: true })
  declare readonly bookId?: string | null;

  @Field(() => [UserCouponStateEnum], { nullable: true })
  declare readonly state?: readonly UserCouponState[] | null;
}
