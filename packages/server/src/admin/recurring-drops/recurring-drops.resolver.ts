import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Args, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { ListArgs } from '#admin/lists/list-args.js';
import { createRecurringDrop } from '#admin/recurring-drops/create-recurring-drop.js';
import { deleteRecurringDrops } from '#admin/recurring-drops/delete-recurring-drops.js';
import { findRecurringDrop, findRecurringDrops } from '#admin/recurring-drops/find-recurring-drops.js';
import { pauseRecurringDrop, resumeRecurringDrop } from '#admin/recurring-drops/pause-recurring-drop.js';
import { previewOpenings } from '#admin/recurring-drops/plan-of.js';
import {
  DropSortEnum,
  RecurringDrop,
  RecurringDropConnection,
  RecurringDropFilter,
  RecurringDropInput,
  RecurringDropSummary,
  ScheduleInput,
  type DropSort,
} from '#admin/recurring-drops/recurring-drops.types.js';
import { summariseDrop } from '#admin/recurring-drops/summarise-drop.js';
import { updateRecurringDrop } from '#admin/recurring-drops/update-recurring-drop.js';
import type { StaffContext } from '#admin/staff-context.js';
import { Allow } from '#auth/allow.js';
import { OPERATORS, STAFF } from '#auth/role.js';

@Resolver()
export class RecurringDropsResolver {
  @Allow(STAFF)
  @Query(() => RecurringDropConnection, { description: 'The recurring drops.' })
  recurringDrops(
    @Args(() => ListArgs) page: ListArgs,
    @Arg('sort', () => DropSortEnum, { defaultValue: 'CREATED_AT' }) sort: DropSort,
    @Arg('filter', () => RecurringDropFilter, { nullable: true }) filter: RecurringDropFilter | null,
    @Ctx() context: StaffContext,
  ) {
    return findRecurringDrops(context, page, { sort, filter });
  }

  @Allow(STAFF)
  @Query(() => RecurringDrop, { nullable: true })
  recurringDrop(@Arg('id', () => ID) id: string, @Ctx() context: StaffContext) {
    return findRecurringDrop(context, id);
  }

  @Allow(STAFF)
  @Query(() => [GraphQLDateTime], { description: 'The next 7 openings of a schedule that is not saved yet.' })
  previewOpenings(@Arg('schedule', () => ScheduleInput) schedule: ScheduleInput, @Ctx() context: StaffContext) {
    return previewOpenings(context, schedule);
  }

  @Allow(STAFF)
  @Query(() => RecurringDropSummary, { description: 'What saving would do; `id` is that of the one being edited.' })
  recurringDropSummary(
    @Arg('input', () => RecurringDropInput) input: RecurringDropInput,
    @Arg('id', () => ID, { nullable: true }) id: string | null,
    @Ctx() context: StaffContext,
  ) {
    return summariseDrop(context, { input, id });
  }

  @Allow(OPERATORS)
  @Mutation(() => RecurringDrop, { description: 'Adds a recurring drop. Safe to repeat with the same id.' })
  createRecurringDrop(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => RecurringDropInput) input: RecurringDropInput,
    @Arg('confirm', () => String) confirm: string,
    @Ctx() context: StaffContext,
  ) {
    return createRecurringDrop(context, { id, input, confirm });
  }

  @Allow(OPERATORS)
  @Mutation(() => RecurringDrop, {
    description: 'Edits the version that was read. Coupons that have not opened yet follow; those that have stay.',
  })
  updateRecurringDrop(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => RecurringDropInput) input: RecurringDropInput,
    @Arg('confirm', () => String) confirm: string,
    @Ctx() context: StaffContext,
  ) {
    return updateRecurringDrop(context, { id, version, input, confirm });
  }

  @Allow(OPERATORS)
  @Mutation(() => RecurringDrop, {
    description: 'Makes no more coupons, and takes back those that have not opened. What is open goes on.',
  })
  pauseRecurringDrop(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Ctx() context: StaffContext,
  ) {
    return pauseRecurringDrop(context, { id, version });
  }

  @Allow(OPERATORS)
  @Mutation(() => RecurringDrop, { description: 'Makes coupons again.' })
  resumeRecurringDrop(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Ctx() context: StaffContext,
  ) {
    return resumeRecurringDrop(context, { id, version });
  }

  @Allow(OPERATORS)
  @Mutation(() => [ID], {
    description: 'Deletes recurring drops and takes back their coupons that have not opened; those that have stay.',
  })
  deleteRecurringDrops(@Arg('ids', () => [ID]) ids: string[], @Ctx() context: StaffContext) {
    return deleteRecurringDrops(context, { ids });
  }
}
