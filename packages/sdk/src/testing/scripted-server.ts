import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

/** One GraphQL request as it arrived. */
export interface Call {
  readonly operation: string;
  readonly variables: unknown;
  readonly headers: IncomingHttpHeaders;
}

/** What the server does with one request: answers data or an error, or something that is no GraphQL at all. */
export type Reply =
  | { readonly data: unknown; readonly date?: string; readonly delayMs?: number }
  | { readonly error: { readonly message: string; readonly extensions: Record<string, unknown> } }
  | { readonly html: number }
  | 'cut the connection'
  | 'say nothing';

/**
 * A real HTTP server that answers by operation name. Each operation's replies are used in order; the last one stays.
 * `await using` closes it.
 */
export async function startScriptedServer(script: Record<string, readonly Reply[]>) {
  const calls: Call[] = [];
  const server = createServer(async (request, response) => {
    const { query, variables }: { query: string; variables: unknown } = JSON.parse(await text(request));
    const operation = /(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '';
    const replies = script[operation] ?? [];
    const seen = calls.filter((call) => call.operation === operation).length;
    calls.push({ operation, variables, headers: request.headers });
    await answer(response, replies[Math.min(seen, replies.length - 1)] ?? { html: 404 });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The test server has no port.');

  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return {
    url: `http://127.0.0.1:${address.port}/graphql`,
    calls,
    operations: () => calls.map((call) => call.operation),
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

async function answer(response: ServerResponse, reply: Reply): Promise<void> {
  if (reply === 'say nothing') return;
  if (reply === 'cut the connection') {
    response.destroy();
  } else if ('html' in reply) {
    response.writeHead(reply.html, { 'content-type': 'text/html' }).end('<h1>Oops</h1>');
  } else if ('error' in reply) {
    sendJson(response, { errors: [reply.error], data: null });
  } else {
    if (reply.date !== undefined) response.setHeader('date', reply.date);
    if (reply.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, reply.delayMs));
    sendJson(response, { data: reply.data });
  }
}

function sendJson(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
