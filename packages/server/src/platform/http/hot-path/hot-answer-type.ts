import type { IncomingMessage } from 'node:http';

const JSON_TYPE = 'application/json; charset=utf-8';
const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';
/** What Apollo Client sends, without its spaces. */
const APOLLO_CLIENT_ACCEPTS = 'application/graphql-response+json,application/json;q=0.9';

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
  return typeFor(accept);
}

/** As Apollo chooses where nothing is weighed: the first of the two types that is named. */
function typeFor(accept: string | undefined): string | undefined {
  if (accept === undefined || accept === '*/*' || accept === 'application/json') return JSON_TYPE;
  const wanted = accept.toLowerCase().replaceAll(' ', '');
  if (wanted === APOLLO_CLIENT_ACCEPTS) return GRAPHQL_TYPE;
  if (wanted.includes(';')) return undefined;
  const types = wanted.split(',');
  const first = types.find((type) => type === 'application/json' || type === 'application/graphql-response+json');
  if (first === undefined) return types.includes('*/*') ? JSON_TYPE : undefined;
  return first === 'application/json' ? JSON_TYPE : GRAPHQL_TYPE;
}
