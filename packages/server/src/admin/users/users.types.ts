import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '#admin/lists/connection.types.js';
import { ListFilter } from '#admin/lists/list-filters.js';
import { RoleEnum } from '#auth/auth.types.js';
import type { Role } from '#auth/role.js';

@ObjectType('StaffUser', { simpleResolvers: true, description: 'A reader or somebody of the staff, as staff see him.' })
export class StaffUser {
  @Field(() => ID)
  declare readonly id: string;

  @Field(() => String)
  declare readonly username: string;

  @Field(() => RoleEnum)
  declare readonly role: Role;

  @Field(() => GraphQLDateTime)
  declare readonly createdAt: Date;

  @Field(() => Int, { description: 'Raised by every edit; an edit names the one that it began from.' })
  declare readonly version: number;

  @Field(() => Boolean, { description: 'False: he has no password.' })
  declare readonly canLogIn: boolean;

  @Field(() => Int, { description: 'How many passes he was ever issued.' })
  declare readonly passCount: number;

  @Field(() => Int, { description: 'In how many places he is logged in.' })
  declare readonly sessionCount: number;
}

export const StaffUserConnection = connectionOf(StaffUser, 'User');

export const userSorts = ['CREATED_AT', 'USERNAME'] as const;
export type UserSort = (typeof userSorts)[number];
export const UserSortEnum = Object.fromEntries(userSorts.map((sort) => [sort, sort]));
registerEnumType(UserSortEnum, { name: 'UserSort' });

@InputType('UserFilter', { description: 'Search looks for names that begin so, in any case and width.' })
export class UserFilter extends ListFilter {
  @Field(() => [RoleEnum], { nullable: true })
  declare readonly role?: readonly Role[] | null;
}

@InputType('UserInput')
export class UserInput {
  @Field(() => String)
  declare readonly username: string;

  @Field(() => String)
  declare readonly password: string;

  @Field(() => RoleEnum)
  declare readonly role: Role;
}
