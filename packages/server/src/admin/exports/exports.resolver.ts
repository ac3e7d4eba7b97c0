import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { AuditEntryFilter } from '#admin/audit-entries/audit-entries.types.js';
import { BookFilter } from '#admin/books/books.types.js';
import { CouponFilter } from '#admin/coupons/coupons.types.js';
import { auditEntriesExport } from '#admin/exports/audit-entries-export.js';
import { booksExport } from '#admin/exports/books-export.js';
import { couponsExport } from '#admin/exports/coupons-export.js';
import type { ExportServices } from '#admin/exports/export-context.js';
import { ExportTicketType } from '#admin/exports/exports.types.js';
import { requestExport } from '#admin/exports/request-export.js';
import { userCouponsExport } from '#admin/exports/user-coupons-export.js';
import { usersExport } from '#admin/exports/users-export.js';
import type { StaffContext } from '#admin/staff-context.js';
import { UserCouponFilter } from '#admin/user-coupons/user-coupons.types.js';
import { UserFilter } from '#admin/users/users.types.js';
import { Allow } from '#auth/allow.js';

type Context = StaffContext & ExportServices;

// Mutations, because each makes something that works once, and the use of it stands in the log.

@Resolver()
export class ExportsResolver {
  @Allow(booksExport.roles)
  @Mutation(() => ExportTicketType, { description: 'The books as CSV.' })
  exportBooks(@Arg('filter', () => BookFilter, { nullable: true }) filter: BookFilter | null, @Ctx() context: Context) {
    return requestExport(context, booksExport, filter);
  }

  @Allow(couponsExport.roles)
  @Mutation(() => ExportTicketType, { description: 'The coupons as CSV; with `batchId`, the numbers of a batch.' })
  exportCoupons(
    @Arg('filter', () => CouponFilter, { nullable: true }) filter: CouponFilter | null,
    @Ctx() context: Context,
  ) {
    return requestExport(context, couponsExport, filter);
  }

  @Allow(userCouponsExport.roles)
  @Mutation(() => ExportTicketType, { description: 'The passes as CSV: who got which, and what became of it.' })
  exportUserCoupons(
    @Arg('filter', () => UserCouponFilter, { nullable: true }) filter: UserCouponFilter | null,
    @Ctx() context: Context,
  ) {
    return requestExport(context, userCouponsExport, filter);
  }

  @Allow(usersExport.roles)
  @Mutation(() => ExportTicketType, { description: 'Readers and staff as CSV.' })
  exportUsers(@Arg('filter', () => UserFilter, { nullable: true }) filter: UserFilter | null, @Ctx() context: Context) {
    return requestExport(context, usersExport, filter);
  }

  @Allow(auditEntriesExport.roles)
  @Mutation(() => ExportTicketType, { description: 'The log of staff as CSV.' })
  exportAuditEntries(
    @Arg('filter', () => AuditEntryFilter, { nullable: true }) filter: AuditEntryFilter | null,
    @Ctx() context: Context,
  ) {
    return requestExport(context, auditEntriesExport, filter);
  }
}
