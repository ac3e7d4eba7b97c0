import { Extensions, UseMiddleware, type MiddlewareFn } from 'type-graphql';
import type { ViewerContext } from '#auth/auth-context.js';
import { requireViewer } from '#auth/require-viewer.js';
import type { Role } from '#auth/role.js';
import { PublicError } from '#platform/errors.js';

/** Who may call a root field: everyone, whoever is logged in, or these roles. */
export type Rule = 'everyone' | 'logged-in' | readonly Role[];

/**
 * States the rule of a root field, enforces it before the resolver runs, and leaves it in the schema's
 * extensions, where a test finds any root field without one.
 */
export function Allow(rule: Rule): MethodDecorator {
  return (target, property, descriptor) => {
    Extensions({ rule })(target, property, descriptor);
    if (rule !== 'everyone') UseMiddleware(enforce(rule))(target, property, descriptor);
  };
}

function enforce(rule: Exclude<Rule, 'everyone'>): MiddlewareFn<ViewerContext> {
  return async ({ context }, next) => {
    const { role } = await requireViewer(context);
    if (rule !== 'logged-in' && !rule.includes(role)) throw new PublicError('FORBIDDEN');
    return next();
  };
}
