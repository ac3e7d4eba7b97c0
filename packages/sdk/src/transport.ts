import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { PagedropError } from './errors.js';
import { parseAnswer } from './parse-answer.js';

const REQUEST_TIMEOUT_MS = 10_000;

/** Where and how requests are sent. */
export interface Transport {
  readonly url: string;
  readonly fetch: typeof globalThis.fetch;
  /** `omit` where the refresh token travels in the body, so that no cookie answers for it. */
  readonly credentials: 'include' | 'omit';
}

export interface RequestOptions {
  readonly accessToken?: string | undefined;
  /** The caller's: when it aborts, its reason is thrown as it is. */
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number | undefined;
}

export interface Answer<TResult> {
  readonly data: TResult;
  /** The server's clock when it answered, in milliseconds since 1970; the device's when the server didn't say. */
  readonly answeredAt: number;
}

/** Sends one operation. Throws `PagedropError` for GraphQL errors and for network trouble. */
export async function request<TResult, TVariables>(
  transport: Transport,
  document: TypedDocumentNode<TResult, TVariables>,
  variables: TVariables,
  { accessToken, signal, timeoutMs = REQUEST_TIMEOUT_MS }: RequestOptions = {},
): Promise<Answer<TResult>> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await transport.fetch(transport.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        ...(accessToken !== undefined && { authorization: `Bearer ${accessToken}` }),
      },
      credentials: transport.credentials,
      body: JSON.stringify({ query: print(document), variables }),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    const data = parseAnswer(document, response.status, await response.text());
    return { data, answeredAt: Date.parse(response.headers.get('date') ?? '') || Date.now() };
  } catch (error) {
    if (error instanceof PagedropError) throw error;
    signal?.throwIfAborted();
    const message = timeout.aborted
      ? `No answer within ${timeoutMs} ms.`
      : 'The server could not be reached, or the answer was cut off.';
    throw new PagedropError('NETWORK', message, { cause: error });
  }
}
