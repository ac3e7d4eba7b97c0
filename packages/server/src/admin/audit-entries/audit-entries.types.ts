import { GraphQLDateTime, GraphQLJSON } from 'graphql-scalars';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '#admin/lists/connection.types.js';
import { auditObjectTypes, type AuditObjectType } from '#audit/audit-entry.entity.js';
import { RoleEnum } from '#auth/auth.types.js';
import type { Role } from '#auth/role.js';

export const AuditObjectTypeEnum = Object.fromEntries(auditObjectTypes.map((type) => [type, type]));
registerEnumType(AuditObjectTypeEnum, { name: 'AuditObjectType' });

@ObjectType('AuditEntry', {
  simpleResolvers: true,
  description: 'What somebody of the staff did to something. It is written with the change and never altered.',
})
export class AuditEntryType {
  @Field(() => ID)
  declare readonly id: string;

  @Field(() => GraphQLDateTime)
  declare readonly at: Date;

  @Field(() => ID, { nullable: true, description: 'Null: a command or the server itself.' })
  declare readonly actorId: string | null;

  @Field(() => String, { description: 'His name as it was then.' })
  declare readonly actorName: string;

  @Field(() => RoleEnum, { nullable: true })
  declare readonly actorRole: Role | null;

  @Field(() => String, { description: 'Object and verb: `coupon.pause`.' })
  declare readonly action: string;

  @Field(() => AuditObjectTypeEnum)
  declare readonly objectType: AuditObjectType;

  @Field(() => String)
  declare readonly objectId: string;

  @Field(() => String, { description: 'What people called it then: a title, a number, a name, a code.' })
  declare readonly objectLabel: string;

  @Field(() => GraphQLJSON, { nullable: true, description: 'What changed, as it was; null for something new.' })
  declare readonly before: unknown;

  @Field(() => GraphQLJSON, { nullable: true, description: 'What changed, as it is; null for something deleted.' })
  declare readonly after: unknown;

  @Field(() => String, { nullable: true, description: 'The reason that was given.' })
  declare readonly note: string | null;
}

export const AuditEntryConnection = connectionOf(AuditEntryType, 'AuditEntry');

export const auditEntrySorts = ['AT'] as const;
export type AuditEntrySort = (typeof auditEntrySorts)[number];
export const AuditEntrySortEnum = Object.fromEntries(auditEntrySorts.map((sort) => [sort, sort]));
registerEnumType(AuditEntrySortEnum, { name: 'AuditEntrySort' });

@InputType('AuditEntryFilter')
export class AuditEntryFilter {
  @Field(() => String, {
    nullable: true,
    description: 'How what it is about is called, from the beginning, in any case; or its whole id.',
  })
  declare readonly search?: string | null;

  @Field(() => [ID], { nullable: true, description: 'These entries only.' })
  declare readonly ids?: readonly string[] | null;

  @Field(() => ID, { nullable: true })
  declare readonly actorId?: string | null;

  @Field(() => String, { nullable: true, description: 'Object and verb: `coupon.pause`.' })
  declare readonly action?: string | null;

  @Field(() => AuditObjectTypeEnum, { nullable: true })
  declare readonly objectType?: AuditObjectType | null;

  @Field(() => String, { nullable: true })
  declare readonly objectId?: string | null;

  @Field(() => GraphQLDateTime, { nullable: true })
  declare readonly from?: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Up to this moment, without it.' })
  declare readonly to?: Date | null;
}
