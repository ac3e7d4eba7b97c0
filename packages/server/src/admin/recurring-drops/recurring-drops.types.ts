import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { StaffBook } from '#admin/books/books.types.js';
import { CouponVisibilityEnum } from '#admin/coupons/coupons.types.js';
import { LaunchWarning } from '#admin/launch/launch.types.js';
import { connectionOf } from '#admin/lists/connection.types.js';
import { ListFilter } from '#admin/lists/list-filters.js';
import { weekdays, type Weekday } from '#admin/recurring-drops/weekdays.js';
import type { CouponVisibility } from '#coupons/coupon.entity.js';

const WeekdayEnum = Object.fromEntries(weekdays.map((day) => [day, day]));
registerEnumType(WeekdayEnum, { name: 'Weekday' });

@ObjectType('RecurringDrop', { simpleResolvers: true, description: 'Makes a coupon for each of its days.' })
export class RecurringDrop {
  @Field(() => ID)
  declare readonly id: string;

  @Field(() => StaffBook)
  declare readonly book: StaffBook;

  @Field(() => String, { description: 'NOON-{YYYYMMDD}: the number of each day’s coupon.' })
  declare readonly numberPattern: string;

  @Field(() => String, { description: '12:00, on the clocks of the zone.' })
  declare readonly timeOfDay: string;

  @Field(() => String, { description: 'A name of the IANA database: Asia/Seoul.' })
  declare readonly zone: string;

  @Field(() => [WeekdayEnum])
  declare readonly days: readonly Weekday[];

  @Field(() => Int)
  declare readonly openMinutes: number;

  @Field(() => Int, { description: 'Passes of each day.' })
  declare readonly totalQuantity: number;

  @Field(() => CouponVisibilityEnum)
  declare readonly visibility: CouponVisibility;

  @Field(() => Int)
  declare readonly useWithinDays: number;

  @Field(() => Int)
  declare readonly readingDays: number;

  @Field(() => String, { description: 'The first day it may open, in its zone: 2026-11-22.' })
  declare readonly startsOn: string;

  @Field(() => String, { nullable: true, description: 'The last one; null: until somebody ends it.' })
  declare readonly endsOn: string | null;

  @Field(() => Boolean)
  declare readonly isPaused: boolean;

  @Field(() => [String], { description: 'Days whose coupon was deleted; it is not made again.' })
  declare readonly skippedDays: readonly string[];

  @Field(() => String, { nullable: true, description: 'Why a coupon could not be made, for people, in English.' })
  declare readonly problem: string | null;

  @Field(() => Int)
  declare readonly version: number;

  @Field(() => GraphQLDateTime)
  declare readonly createdAt: Date;

  @Field(() => [GraphQLDateTime], { description: 'The next 7 openings; none while it is paused.' })
  declare readonly upcoming: readonly Date[];
}

export const RecurringDropConnection = connectionOf(RecurringDrop, 'RecurringDrop');

export const dropSorts = ['CREATED_AT', 'NUMBER_PATTERN', 'TOTAL_QUANTITY'] as const;
export type DropSort = (typeof dropSorts)[number];
export const DropSortEnum = Object.fromEntries(dropSorts.map((sort) => [sort, sort]));
registerEnumType(DropSortEnum, { name: 'RecurringDropSort' });

@InputType('RecurringDropFilter', { description: 'Search looks into the pattern and the title of the book.' })
export class RecurringDropFilter extends ListFilter {
  @Field(() => ID, { nullable: true })
  declare readonly bookId?: string | null;

  @Field(() => Boolean, { nullable: true })
  declare readonly isPaused?: boolean | null;
}

@InputType('ScheduleInput')
export class ScheduleInput {
  @Field(() => String, { description: '12:00, on the clocks of the zone.' })
  declare readonly timeOfDay: string;

  @Field(() => String, { description: 'A name of the IANA database: Asia/Seoul.' })
  declare readonly zone: string;

  @Field(() => [WeekdayEnum])
  declare readonly days: readonly Weekday[];

  @Field(() => Int, { description: 'How long each window is, in minutes: 1 to 10,080 (a week).' })
  declare readonly openMinutes: number;

  @Field(() => String, { description: 'The first day it may open, in its zone: 2026-11-22.' })
  declare readonly startsOn: string;

  @Field(() => String, { nullable: true, description: 'The last one; null: until somebody ends it.' })
  declare readonly endsOn?: string | null;
}

@InputType('RecurringDropInput')
export class RecurringDropInput extends ScheduleInput {
  @Field(() => ID)
  declare readonly bookId: string;

  @Field(() => String, { description: 'NOON-{YYYYMMDD}; year, month and day must be in it.' })
  declare readonly numberPattern: string;

  @Field(() => Int, { description: 'Passes of each day.' })
  declare readonly totalQuantity: number;

  @Field(() => CouponVisibilityEnum)
  declare readonly visibility: CouponVisibility;

  @Field(() => Int)
  declare readonly useWithinDays: number;

  @Field(() => Int)
  declare readonly readingDays: number;
}

@ObjectType('RecurringDropSummary', {
  simpleResolvers: true,
  description: 'What saving a recurring drop would do, to be confirmed.',
})
export class RecurringDropSummary {
  @Field(() => String, { description: 'Sent back with the write: what was read is what is done.' })
  declare readonly confirm: string;

  @Field(() => String, { description: 'For people, in English.' })
  declare readonly sentence: string;

  @Field(() => String)
  declare readonly bookTitle: string;

  @Field(() => Boolean, { description: 'Today’s window is open: its coupon can be downloaded at once.' })
  declare readonly opensAtOnce: boolean;

  @Field(() => [GraphQLDateTime], { description: 'The next 7 openings.' })
  declare readonly upcoming: readonly Date[];

  @Field(() => [String], { description: 'The numbers of the next coupons.' })
  declare readonly numbers: readonly string[];

  @Field(() => Int, { description: 'Coupons that have not opened yet and follow the edit.' })
  declare readonly changed: number;

  @Field(() => Int, { description: 'Coupons that have not opened yet and are taken back: their day is none any more.' })
  declare readonly takenBack: number;

  @Field(() => [LaunchWarning])
  declare readonly warnings: readonly LaunchWarning[];
}
