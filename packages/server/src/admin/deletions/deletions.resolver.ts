import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { AuditObjectTypeEnum } from '#admin/audit-entries/audit-entries.types.js';
import { DeletionPreview } from '#admin/deletions/deletions.types.js';
import { previewDeletion } from '#admin/deletions/preview-deletion.js';
import type { StaffContext } from '#admin/staff-context.js';
import { Allow } from '#auth/allow.js';
import type { AuditObjectType } from '#audit/audit-entry.entity.js';
import { STAFF } from '#auth/role.js';

@Resolver()
export class DeletionsResolver {
  @Allow(STAFF)
  @Query(() => DeletionPreview, {
    description: 'What would go with books, coupons, users, batches or recurring drops, and what would be refused.',
  })
  deletionPreview(
    @Arg('type', () => AuditObjectTypeEnum) type: AuditObjectType,
    @Arg('ids', () => [ID]) ids: string[],
    @Ctx() context: StaffContext,
  ) {
    return previewDeletion(context, { type, ids });
  }
}
