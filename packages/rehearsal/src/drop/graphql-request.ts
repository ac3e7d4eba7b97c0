import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { Kind, print } from 'graphql';
import type { Target } from '#load/connection.js';

/** The bytes of one GraphQL request as a client of ours sends them, made ready but for the token. */
export interface PreparedRequest {
  withToken(token: string): string;
  readonly anonymous: string;
}

/** Prints an operation once, so that a request of a load costs one concatenation. */
export function prepareRequest<TResult, TVariables>(
  target: Target,
  document: TypedDocumentNode<TResult, TVariables>,
  variables: TVariables,
): PreparedRequest {
  const operationName = nameOf(document);
  const body = toAscii(JSON.stringify({ operationName, variables, query: print(document) }));
  const head = [
    `POST ${target.pathname} HTTP/1.1`,
    `host: ${target.host}`,
    'content-type: application/json',
    'accept: application/graphql-response+json, application/json',
    `content-length: ${body.length}`,
  ].join('\r\n');
  return {
    withToken: (token) => `${head}\r\nauthorization: Bearer ${token}\r\n\r\n${body}`,
    anonymous: `${head}\r\n\r\n${body}`,
  };
}

function nameOf<TResult, TVariables>(document: TypedDocumentNode<TResult, TVariables>): string | undefined {
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) return definition.name?.value;
  }
  return undefined;
}

/** One byte per character: what stands outside ASCII as JSON escapes it. */
function toAscii(json: string): string {
  return json.replaceAll(/[^ -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
