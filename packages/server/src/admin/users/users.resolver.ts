import { Arg, Args, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { ListArgs } from '#admin/lists/list-args.js';
import type { StaffContext } from '#admin/staff-context.js';
import { changeUserRole } from '#admin/users/change-user-role.js';
import { createUser } from '#admin/users/create-user.js';
import { deleteUsers } from '#admin/users/delete-users.js';
import { endUserSessions } from '#admin/users/end-user-sessions.js';
import { findUser, findUsers } from '#admin/users/find-users.js';
import { resetUserPassword } from '#admin/users/reset-user-password.js';
import {
  StaffUser,
  StaffUserConnection,
  UserFilter,
  UserInput,
  UserSortEnum,
  type UserSort,
} from '#admin/users/users.types.js';
import { Allow } from '#auth/allow.js';
import { RoleEnum } from '#auth/auth.types.js';
import { ADMINS, STAFF, type Role } from '#auth/role.js';

@Resolver()
export class StaffUsersResolver {
  @Allow(STAFF)
  @Query(() => StaffUserConnection, { description: 'Readers and staff.' })
  users(
    @Args(() => ListArgs) page: ListArgs,
    @Arg('sort', () => UserSortEnum, { defaultValue: 'CREATED_AT' }) sort: UserSort,
    @Arg('filter', () => UserFilter, { nullable: true }) filter: UserFilter | null,
    @Ctx() context: StaffContext,
  ) {
    return findUsers(context, page, { sort, filter });
  }

  @Allow(STAFF)
  @Query(() => StaffUser, { nullable: true })
  user(@Arg('id', () => ID) id: string, @Ctx() context: StaffContext) {
    return findUser(context, id);
  }

  @Allow(ADMINS)
  @Mutation(() => StaffUser, { description: 'Adds a user. Safe to repeat with the same id.' })
  createUser(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UserInput) input: UserInput,
    @Ctx() context: StaffContext,
  ) {
    return createUser(context, { id, input });
  }

  @Allow(ADMINS)
  @Mutation(() => StaffUser, { description: 'Counts from his next request on. Nobody changes his own.' })
  changeUserRole(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('role', () => RoleEnum) role: Role,
    @Ctx() context: StaffContext,
  ) {
    return changeUserRole(context, { id, version, role });
  }

  @Allow(ADMINS)
  @Mutation(() => StaffUser, { description: 'Gives a new password and ends all sessions.' })
  resetUserPassword(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('password', () => String) password: string,
    @Ctx() context: StaffContext,
  ) {
    return resetUserPassword(context, { id, version, password });
  }

  @Allow(ADMINS)
  @Mutation(() => [StaffUser], { description: 'Logs users out everywhere. Safe to repeat.' })
  endUserSessions(@Arg('ids', () => [ID]) ids: string[], @Ctx() context: StaffContext) {
    return endUserSessions(context, { ids });
  }

  @Allow(ADMINS)
  @Mutation(() => [ID], {
    description: 'Deletes users; all of them or none. Refused where a pass was ever issued, and for oneself.',
  })
  deleteUsers(@Arg('ids', () => [ID]) ids: string[], @Ctx() context: StaffContext) {
    return deleteUsers(context, { ids });
  }
}
