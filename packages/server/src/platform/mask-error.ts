import { ApolloServerValidationErrorCode, unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { PublicError, type ErrorCode } from '#platform/errors.js';
import type { Logger } from '#platform/logging.js';
import { isTransient } from '#platform/transient.js';

/** What graphql-js and Apollo say about the client's own document. */
const ABOUT_THE_REQUEST = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** Apollo's own sentence is advice for its owner. */
const INTROSPECTION_OFF = 'Introspection is off on this server.';

/**
 * The border: deliberate errors and those about the client's document pass, without a stack; everything else is
 * logged and leaves as one of two sentences that tell nothing of the inside.
 */
export function createErrorMask(logger: Logger) {
  return (formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError => {
    const { stacktrace: _, ...extensions } = formatted.extensions ?? {};
    const cause = unwrapResolverError(thrown);
    const aboutTheRequest = typeof extensions['code'] === 'string' && ABOUT_THE_REQUEST.has(extensions['code']);
    if (cause instanceof PublicError || (aboutTheRequest && cause instanceof GraphQLError)) {
      const introspection =
        extensions['validationErrorCode'] === ApolloServerValidationErrorCode.INTROSPECTION_DISABLED;
      return { ...formatted, ...(introspection && { message: INTROSPECTION_OFF }), extensions };
    }
    logger.error({ err: cause, path: formatted.path }, 'a request failed unexpectedly');
    return publicError(isTransient(cause) ? 'SERVICE_UNAVAILABLE' : 'INTERNAL_SERVER_ERROR', formatted);
  };
}

function publicError(code: ErrorCode, { path, locations }: GraphQLFormattedError): GraphQLFormattedError {
  const { message, extensions } = new PublicError(code);
  return { message, extensions, ...(path && { path }), ...(locations && { locations }) };
}
