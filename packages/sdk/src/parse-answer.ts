import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { PagedropError, type InputProblem } from './errors.js';

/** Reads a GraphQL answer's body: gives its data, throws its first error. */
export function parseAnswer<TResult, TVariables>(
  document: TypedDocumentNode<TResult, TVariables>,
  status: number,
  body: string,
): TResult {
  const answer = parseJson(body);
  if (isRecord(answer)) {
    if (Array.isArray(answer['errors']) && answer['errors'].length > 0) throw toPagedropError(answer['errors'][0]);
    if (isResultOf(document, answer['data'])) return answer['data'];
  }
  // A proxy's 502 says nothing about what the server did behind it; a 404 page says that nobody here knows GraphQL.
  const code = status >= 500 || status === 429 ? 'NETWORK' : 'BAD_RESPONSE';
  throw new PagedropError(code, `The server answered ${status} without a GraphQL result.`);
}

/**
 * The one place where the client takes the server at its word: the document was checked against the schema that the
 * server answers by, so whatever object arrives as its data has the document's type. Nothing is checked field by field.
 */
function isResultOf<TResult, TVariables>(
  _document: TypedDocumentNode<TResult, TVariables>,
  data: unknown,
): data is TResult {
  return isRecord(data);
}

function toPagedropError(error: unknown): PagedropError {
  const { message, extensions } = isRecord(error) ? error : {};
  const { code, field, reason, retryAfterMs, problems } = isRecord(extensions) ? extensions : {};
  return new PagedropError(stringOr(code, 'INTERNAL_SERVER_ERROR'), stringOr(message, 'The server gave no reason.'), {
    field: typeof field === 'string' ? field : undefined,
    reason: typeof reason === 'string' ? reason : undefined,
    retryAfterMs: typeof retryAfterMs === 'number' ? retryAfterMs : undefined,
    problems: Array.isArray(problems) ? problems.flatMap(toInputProblem) : undefined,
  });
}

function toInputProblem(problem: unknown): InputProblem[] {
  if (!isRecord(problem)) return [];
  const { field, reason, message, limit } = problem;
  return [
    {
      field: stringOr(field, ''),
      reason: stringOr(reason, ''),
      message: stringOr(message, ''),
      limit: typeof limit === 'string' || typeof limit === 'number' ? limit : undefined,
    },
  ];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function stringOr(value: unknown, fallback: string): string {
  return typeof value === 'string' ? value : fallback;
}
