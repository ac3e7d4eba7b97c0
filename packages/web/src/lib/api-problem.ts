import { CombinedGraphQLErrors } from '@apollo/client/errors';

/** What went wrong with a request, in the server's own words for programs. */
export interface ApiProblem {
  /** `extensions.code` of the first error; `NETWORK` when no answer that speaks GraphQL arrived. */
  code: string;
  field: string | undefined;
  reason: string | undefined;
  /** Milliseconds to wait before asking again. */
  retryAfterMs: number | undefined;
}

/** Reads any rejection of an operation. An error without a code is `UNKNOWN`. */
export function apiProblem(error: unknown): ApiProblem {
  if (!CombinedGraphQLErrors.is(error)) {
    return { code: isBug(error) ? 'UNKNOWN' : 'NETWORK', field: undefined, reason: undefined, retryAfterMs: undefined };
  }
  const extensions = error.errors[0]?.extensions ?? {};
  return {
    code: text(extensions['code']) ?? 'UNKNOWN',
    field: text(extensions['field']),
    reason: text(extensions['reason']),
    retryAfterMs: typeof extensions['retryAfterMs'] === 'number' ? extensions['retryAfterMs'] : undefined,
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

// `fetch` reports a lost connection as a TypeError, so only these two kinds are surely faults of the page itself.
function isBug(error: unknown): boolean {
  return error instanceof ReferenceError || error instanceof RangeError;
}
