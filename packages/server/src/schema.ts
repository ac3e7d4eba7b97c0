import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { AuthResolver } from '#auth/auth.resolver.js';
import { CouponOperationsResolver } from '#coupons/coupon-operations.resolver.js';
import { CouponsResolver } from '#coupons/coupons.resolver.js';
import { RehearsalsResolver } from '#rehearsals/rehearsals.resolver.js';

/** The GraphQL schema, code first. `npm run generate` writes it to packages/sdk/schema.graphql. */
export function createSchema(): Promise<GraphQLSchema> {
  return buildSchema({
    resolvers: [AuthResolver, CouponsResolver, CouponOperationsResolver, RehearsalsResolver],
    validate: false,
  });
}
