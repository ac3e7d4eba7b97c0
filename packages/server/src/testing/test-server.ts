import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print, type GraphQLFormattedError } from 'graphql';
import { v7 as uuid } from 'uuid';
import { buildApp, type App } from '#app.js';
import { createLogger } from '#platform/logging.js';
import type { S3Settings } from '#platform/storage/s3-store.js';
import { createTestDatabase, type TestDatabase } from '#testing/test-database.js';

/** A GraphQL answer over HTTP. */
export interface Answer<Data> {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Data | null | undefined;
  readonly errors: readonly GraphQLFormattedError[] | undefined;
}

export interface RequestOptions {
  readonly token?: string;
  readonly cookie?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Whatever else the request carries, for example what a proxy adds. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** The key of every test server's access tokens, for tests that forge one. */
export const TEST_JWT_SECRET = 'a secret that is long enough for the tests';

export interface TestServer {
  readonly app: App;
  readonly database: TestDatabase;
  readonly address: string;
  /** Of its own; not there before something is written into it. */
  readonly dataDir: string;
  /** Through the front door: HTTP, as every client. */
  graphql(query: string, options?: RequestOptions): Promise<Answer<unknown>>;
  /** One of the SDK's own operations; throws when the answer has errors. */
  run<Result, Variables>(
    document: TypedDocumentNode<Result, Variables>,
    variables: Variables,
    options?: RequestOptions,
  ): Promise<Result>;
  /** An access token for a user, without the cost of a password. */
  tokenFor(userId: string): string;
  close(): Promise<void>;
}

export interface TestServerOptions {
  readonly issueBatchMax?: number;
  readonly issueQueueMax?: number;
  readonly introspection?: boolean;
  readonly playground?: boolean;
  readonly trustProxy?: boolean;
  readonly connectionsMax?: number;
  readonly redisUrl?: string;
  readonly coversS3?: S3Settings;
  /** Whether it answers from memory, as in life. Without, what a test has just made is there at once. */
  readonly remember?: boolean;
  /** A database that is already there, and that its maker closes; otherwise the server gets one of its own. */
  readonly database?: TestDatabase;
}

/** The whole server on a port of its own. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { database: given, remember = false, ...overrides } = options;
  const database = given ?? (await createTestDatabase());
  const dataDir = path.join(tmpdir(), `pagedrop-test-${uuid()}`);
  const app = await buildApp({
    config: {
      dataDir,
      coversS3: undefined,
      trustProxy: false,
      connectionsMax: 10_000,
      playground: true,
      introspection: true,
      redisUrl: undefined,
      workers: 1,
      issueBatchMax: 500,
      issueQueueMax: 20_000,
      ...overrides,
    },
    remember,
    jwtSecret: TEST_JWT_SECRET,
    database,
    logger: createLogger(process.env['TEST_LOG_LEVEL'] ?? 'silent'),
  });
  const address = await app.http.listen({ port: 0, host: '127.0.0.1' });
  return {
    app,
    database,
    address,
    dataDir,
    graphql: (query, request) => post(address, { query, variables: request?.variables }, request),
    run: (document, variables, request) => run(address, document, variables, request),
    tokenFor: (userId) => app.services.accessTokens.sign({ userId, sessionId: uuid(), role: 'READER' }).accessToken,
    async close() {
      await app.stop();
      await rm(dataDir, { recursive: true, force: true });
      if (!given) await database.close();
    },
  };
}

async function post<Data>(
  address: string,
  body: object,
  { token, cookie, headers }: RequestOptions = {},
): Promise<Answer<Data>> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(cookie !== undefined && { cookie }),
      ...headers,
    },
    body: JSON.stringify(body),
  });
  const { data, errors }: Pick<Answer<Data>, 'data' | 'errors'> = JSON.parse(await response.text());
  return { status: response.status, headers: response.headers, data, errors };
}

async function run<Result, Variables>(
  address: string,
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
  options?: RequestOptions,
): Promise<Result> {
  const { data, errors } = await post<Result>(address, { query: print(document), variables }, options);
  if (!data || errors) throw new Error(`the operation failed: ${JSON.stringify(errors)}`);
  return data;
}
