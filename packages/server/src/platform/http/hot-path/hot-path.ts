import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { ExecutionResult, GraphQLError, GraphQLFormattedError } from 'graphql';
import { hotAnswerType } from '#platform/http/hot-path/hot-answer-type.js';
import type { HotOperation, HotOperations } from '#platform/http/hot-path/hot-operations.js';
import { readOperation } from '#platform/http/hot-path/read-operation.js';
import { SharedAnswers } from '#platform/http/hot-path/shared-answers.js';
import { keepBody, takeBody } from '#platform/http/hot-path/take-body.js';
import { takesGzip } from '#platform/http/hot-path/takes-gzip.js';

export interface HotPathOptions {
  readonly operations: HotOperations;
  /** What the resolvers get. */
  readonly createContext: (request: IncomingMessage) => object;
  readonly maskError: (formatted: GraphQLFormattedError, error: GraphQLError) => GraphQLFormattedError;
  /** Whether one answer may serve all who ask for it within its time. */
  readonly shareAnswers: boolean;
  /** From then on every answer ends its connection. */
  readonly isClosing: () => boolean;
  readonly bodyLimitBytes: number;
}

/**
 * Answers the operations that everybody sends at noon straight from the socket. Any other request goes on to `ordinary`
 * as it came, its body included. Nothing here decides what is valid: only what Apollo has admitted is answered, and
 * whatever is odd about a request is left to Apollo and Fastify.
 */
export function createHotPath(options: HotPathOptions, ordinary: RequestListener): RequestListener {
  const { operations, createContext, shareAnswers, isClosing, bodyLimitBytes } = options;
  const shared = new SharedAnswers();

  return (request, response) => {
    if (request.socket.destroyed) return;
    const type = hotAnswerType(request, bodyLimitBytes);
    if (type === undefined) return ordinary(request, response);

    takeBody(request, (body) => {
      const asked = readOperation(body);
      const operation = asked && operations.find(asked.query);
      if (!operation || (asked.operationName !== undefined && asked.operationName !== operation.name)) {
        return handOver(request, response, body);
      }
      const answering =
        shareAnswers && operation.sharedForMs > 0
          ? answerShared(operation, request)
          : answerOwn(operation, asked.variables, request);
      void answering.then(
        (answer) =>
          answer === undefined ? handOver(request, response, body) : write(response, type, answer, isClosing()),
        () => handOver(request, response, body), // Apollo runs it again, which is safe for whatever is hot, and says what is wrong
      );
    });
  };

  function handOver(request: IncomingMessage, response: ServerResponse, body: Buffer): void {
    keepBody(request, body);
    ordinary(request, response);
  }

  async function answerOwn(
    operation: HotOperation,
    variables: Readonly<Record<string, unknown>>,
    request: IncomingMessage,
  ): Promise<Answer | undefined> {
    const result = await operation.execute(createContext(request), variables);
    // No data at all: the variables are wrong, and nothing has been run.
    return result.data === undefined ? undefined : { body: JSON.stringify(mask(result)) };
  }

  async function answerShared(operation: HotOperation, request: IncomingMessage): Promise<Answer | undefined> {
    const answer = await shared.get(operation, async () => {
      const result = await operation.execute(createContext(request), {});
      return { text: JSON.stringify(mask(result)), lasts: result.data !== undefined && !result.errors };
    });
    if (!answer?.gzip) return answer && { body: answer.plain };
    const gzip = takesGzip(request.headers['accept-encoding']);
    return { body: gzip ? answer.gzip : answer.plain, gzip };
  }

  /** The same border as Apollo's. */
  function mask(result: ExecutionResult): unknown {
    if (!result.errors) return result;
    return { ...result, errors: result.errors.map((error) => options.maskError(error.toJSON(), error)) };
  }
}

interface Answer {
  readonly body: string | Buffer;
  /** Whether it is packed; undefined when it never is. */
  readonly gzip?: boolean;
}

function write(response: ServerResponse, type: string, { body, gzip }: Answer, closing: boolean): void {
  const headers = ['content-type', type, 'cache-control', 'no-store', 'x-content-type-options', 'nosniff'];
  headers.push('content-length', String(Buffer.byteLength(body)));
  if (gzip !== undefined) headers.push('vary', 'accept-encoding');
  if (gzip) headers.push('content-encoding', 'gzip');
  if (closing) headers.push('connection', 'close');
  response.writeHead(200, headers).end(body);
}
