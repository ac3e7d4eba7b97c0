import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { enforceRules } from '#auth/allow.js';
import { AuditEntriesResolver } from '#admin/audit-entries/audit-entries.resolver.js';
import { ConsoleResolver } from '#admin/console/console.resolver.js';
import { StaffBooksResolver } from '#admin/books/books.resolver.js';
import { StaffCouponsResolver } from '#admin/coupons/coupons.resolver.js';
import { StaffUserCouponsResolver } from '#admin/user-coupons/user-coupons.resolver.js';
import { StaffUsersResolver } from '#admin/users/users.resolver.js';
import { CouponBatchesResolver } from '#admin/coupon-batches/coupon-batches.resolver.js';
import { DeletionsResolver } from '#admin/deletions/deletions.resolver.js';
import { ExportsResolver } from '#admin/exports/exports.resolver.js';
import { RecurringDropsResolver } from '#admin/recurring-drops/recurring-drops.resolver.js';
import { AuthResolver } from '#auth/auth.resolver.js';
import { CouponOperationsResolver } from '#admin/coupons/operations/coupon-operations.resolver.js';
import { CouponsResolver } from '#coupons/coupons.resolver.js';
import { RehearsalsResolver } from '#rehearsals/rehearsals.resolver.js';

/** The GraphQL schema, code first. `npm run generate` writes it to packages/sdk/schema.graphql. */
export async function createSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: [
      AuthResolver,
      CouponsResolver,
      CouponOperationsResolver,
      RehearsalsResolver,
      ConsoleResolver,
      StaffBooksResolver,
      StaffCouponsResolver,
      CouponBatchesResolver,
      DeletionsResolver,
      RecurringDropsResolver,
      AuditEntriesResolver,
      StaffUserCouponsResolver,
      StaffUsersResolver,
      ExportsResolver,
    ],
    validate: false,
  });
  return enforceRules(schema);
}
