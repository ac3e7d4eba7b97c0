import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { PagedropError } from './errors.js';
import { parseAnswer } from './parse-answer.js';

const REQUEST_TIMEOUT_MS = 10_000;

/** How long a call may take; one that has several steps shares it among them. */
export interface Timeout {
  readonly signal: AbortSignal;
  readonly ms: number;
}

export function startTimeout(ms: number = REQUEST_TIMEOUT_MS): Timeout {
  return { signal: AbortSignal.timeout(ms), ms };
}

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
  readonly timeout?: Timeout | undefined;
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
  { accessToken, signal, timeout = startTimeout() }: RequestOptions = {},
): Promise<Answer<TResult>> {
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
      signal: eitherOf(signal, timeout),
    });
    const data = parseAnswer(document, response.status, await response.text());
    return { data, answeredAt: Date.parse(response.headers.get('date') ?? '') || Date.now() };
  } catch (error) {
    if (error instanceof PagedropError) throw error;
    signal?.throwIfAborted();
    const message = timeout.signal.aborted
      ? `No answer within ${timeout.ms} ms.`
      : 'The server could not be reached, or the answer was cut off.';
    throw new PagedropError('NETWORK', message, { cause: error });
  }
}

/** Aborts when the caller does, or when the time is over. */
export function eitherOf(signal: AbortSignal | undefined, timeout: Timeout): AbortSignal {
  return signal ? AbortSignal.any([signal, timeout.signal]) : timeout.signal;
}
