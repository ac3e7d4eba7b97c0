import { ApolloServer, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { GraphQLError, type GraphQLSchema, type ValidationContext } from 'graphql';
import type { Logger } from '#platform/logging.js';
import { noFieldWithinItself } from '#platform/http/no-field-within-itself.js';
import type { createErrorMask } from '#platform/mask-error.js';

/** What one document may ask for at the most. The lists of staff need the whole depth: edges, node, coupon, book. */
const LIMITS = { tokens: 1000, depth: 7, aliases: 10 };

export interface GraphQLServerOptions<Context extends BaseContext> {
  readonly schema: GraphQLSchema;
  readonly logger: Logger;
  readonly introspection: boolean;
  readonly maskError: ReturnType<typeof createErrorMask>;
  readonly plugins: ApolloServerPlugin<Context>[];
}

/** Apollo with its limits set: no batches, no stacks, documents of a sane size. */
export function createGraphQLServer<Context extends BaseContext>(options: GraphQLServerOptions<Context>) {
  const { schema, logger, introspection, maskError, plugins } = options;
  return new ApolloServer<Context>({
    schema,
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    persistedQueries: false,
    stopOnTerminationSignals: false, // main.ts decides the order of shutting down
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: [
      maxDepthRule({ n: LIMITS.depth, flattenFragments: true, ...reportAsValidationError }),
      maxAliasesRule({ n: LIMITS.aliases, ...reportAsValidationError }),
      noFieldWithinItself,
    ],
    formatError: maskError,
    logger,
    plugins: [ApolloServerPluginLandingPageDisabled(), ApolloServerPluginCacheControlDisabled(), ...plugins],
  });
}

/** The rules would throw, and Apollo takes what a rule throws for a fault of ours. Nor is it a matter of syntax. */
const reportAsValidationError = {
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null, { message }: GraphQLError) =>
      context?.reportError(new GraphQLError(message.replace(/^Syntax Error: /, ''))),
  ],
};
