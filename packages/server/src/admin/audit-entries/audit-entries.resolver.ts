import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import {
  AuditEntryConnection,
  AuditEntryFilter,
  AuditEntrySortEnum,
  AuditEntryType,
  type AuditEntrySort,
} from '#admin/audit-entries/audit-entries.types.js';
import { findAuditEntries, findAuditEntry } from '#admin/audit-entries/find-audit-entries.js';
import { ListArgs } from '#admin/lists/list-args.js';
import type { StaffContext } from '#admin/staff-context.js';
import { Allow } from '#auth/allow.js';
import { STAFF } from '#auth/role.js';

@Resolver()
export class AuditEntriesResolver {
  @Allow(STAFF)
  @Query(() => AuditEntryConnection, { description: 'What staff did, newest first unless asked otherwise.' })
  auditEntries(
    @Args(() => ListArgs) page: ListArgs,
    @Arg('sort', () => AuditEntrySortEnum, { defaultValue: 'AT' }) sort: AuditEntrySort,
    @Arg('filter', () => AuditEntryFilter, { nullable: true }) filter: AuditEntryFilter | null,
    @Ctx() context: StaffContext,
  ) {
    return findAuditEntries(context, page, { sort, filter });
  }

  @Allow(STAFF)
  @Query(() => AuditEntryType, { nullable: true })
  auditEntry(@Arg('id', () => ID) id: string, @Ctx() context: StaffContext) {
    return findAuditEntry(context, id);
  }
}
