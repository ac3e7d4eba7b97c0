import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { roles, type Role } from '#auth/role.js';

/** GraphQL wants an object for an enum; the names stay those of the one list. */
export const RoleEnum = Object.fromEntries(roles.map((role) => [role, role]));
registerEnumType(RoleEnum, { name: 'Role' });

@ObjectType('User')
export class UserType {
  @Field(() => ID)
  declare readonly id: string;

  @Field(() => String)
  declare readonly username: string;

  @Field(() => RoleEnum)
  declare readonly role: Role;

  @Field(() => GraphQLDateTime)
  declare readonly createdAt: Date;
}

@ObjectType('AuthPayload', { description: 'The tokens and the user of a session that has just begun or been renewed.' })
export class AuthPayloadType {
  @Field(() => String, { description: 'JWT for the header `Authorization: Bearer …`. Valid for 15 minutes.' })
  declare readonly accessToken: string;

  @Field(() => GraphQLDateTime)
  declare readonly accessTokenExpiresAt: Date;

  @Field(() => String, {
    nullable: true,
    description:
      'The token for `refreshSession`, only for clients that asked for it with `returnRefreshToken`; browsers get it as an httpOnly cookie.',
  })
  declare readonly refreshToken: string | null;

  @Field(() => UserType)
  declare readonly user: UserType;
}
