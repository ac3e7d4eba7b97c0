import type { IncomingMessage } from 'node:http';

const JSON_TYPE = 'application/json; charset=utf-8';
const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';

/**
 * The type of the answer to a request that the hot path may read: a POST of plain JSON of a sane length, from a client
 * that takes what we give. Undefined: not one of those. JSON alone is also what keeps other sites out: a browser asks
 * before it sends that across origins.
 */
export function hotAnswerType(request: IncomingMessage, bodyLimitBytes: number): string | undefined {
  const { method, url, headers } = request;
  if (method !== 'POST' || url !== '/graphql') return undefined;
  const { accept, 'content-type': type, 'content-length': length, 'content-encoding': encoding } = headers;
  if (type !== 'application/json' && type !== 'application/json; charset=utf-8') return undefined;
  if (encoding !== undefined || length === undefined || Number(length) > bodyLimitBytes) return undefined;
  if (accept === undefined || accept === '*/*' || accept === 'application/json') return JSON_TYPE;
  if (accept.includes('application/graphql-response+json')) return GRAPHQL_TYPE;
  return accept.includes('application/json') || accept.includes('*/*') ? JSON_TYPE : undefined;
}
