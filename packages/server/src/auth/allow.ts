import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { Extensions } from 'type-graphql';
import { z } from 'zod';
import type { ViewerContext } from '#auth/auth-context.js';
import { requireViewer } from '#auth/require-viewer.js';
import { roles, type Role } from '#auth/role.js';

/** Who may call a root field: everyone, whoever is logged in, or these roles. */
export type Rule = 'everyone' | 'logged-in' | readonly Role[];

const stated = z.object({ rule: z.union([z.literal(['everyone', 'logged-in']), z.array(z.enum(roles))]) });

/** States the rule of a root field, which `enforceRules` puts before its resolver. */
export function Allow(rule: Rule): MethodDecorator {
  return Extensions({ rule });
}

/**
 * Puts the rule of every root field before its resolver.
 * @throws Error for a root field that states none: nothing may be open because somebody forgot. And for a subscription,
 * whose events come by `subscribe`, before any resolver
 */
export function enforceRules(schema: GraphQLSchema): GraphQLSchema {
  if (schema.getSubscriptionType()) {
    throw new Error(
      'The schema has subscriptions, which @Allow does not guard: make it stand before `subscribe` first',
    );
  }
  for (const type of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      const { data } = stated.safeParse(field.extensions);
      if (!data || !field.resolve) throw new Error(`${type?.name}.${field.name} does not say who may call it: @Allow`);
      if (data.rule !== 'everyone') field.resolve = guard(data.rule, field.resolve);
    }
  }
  return schema;
}

function guard(
  rule: Exclude<Rule, 'everyone'>,
  resolve: GraphQLFieldResolver<unknown, ViewerContext>,
): GraphQLFieldResolver<unknown, ViewerContext> {
  return async (root, args, context, info) => {
    await requireViewer(context);
    if (rule !== 'logged-in') await context.requireRole(rule);
    return resolve(root, args, context, info);
  };
}
