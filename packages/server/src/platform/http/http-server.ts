import { createServer, type RequestListener } from 'node:http';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import fastify, { type FastifyError, type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { PublicError } from '#platform/errors.js';
import { boundConnections } from '#platform/http/bound-connections.js';
import { closeGracefully } from '#platform/http/close-gracefully.js';
import { statusOf } from '#platform/http/status-of.js';
import type { Logger } from '#platform/logging.js';

export const BODY_LIMIT_BYTES = 100 * 1024;
const REQUEST_TIMEOUT_MS = 30_000;

/** What the page may load: its own files, cover pictures from anywhere by https, nothing else. */
const CONTENT_SECURITY_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'https:', 'data:'],
    objectSrc: ["'none'"],
    baseUri: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
};

/** Whose X-Forwarded-For is believed: nobody's, everybody's, that of addresses, or what a function says. */
export type TrustProxy = NonNullable<FastifyServerOptions['trustProxy']>;

/** Stands before Fastify, and passes on to it what it does not answer itself. */
export type FrontDoor = (ordinary: RequestListener, isClosing: () => boolean) => RequestListener;

export interface HttpServerOptions {
  readonly trustProxy: TrustProxy;
  /** Connections held open at the most; one more is closed at once. */
  readonly connectionsMax: number;
}

/** Fastify with its limits and headers; routes come from the app. */
export async function createHttpServer(
  logger: Logger,
  options: HttpServerOptions,
  frontDoor: FrontDoor = (ordinary) => ordinary,
): Promise<FastifyInstance> {
  const isClosing = () => state.closing;
  const http: FastifyInstance = fastify({
    serverFactory: (ordinary) =>
      boundConnections(
        createServer({ requestTimeout: REQUEST_TIMEOUT_MS }, frontDoor(ordinary, isClosing)),
        options.connectionsMax,
        logger,
      ),
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy: options.trustProxy,
    forceCloseConnections: 'idle',
    // Whoever is connected when we are told to stop still gets a real answer, and with it the word to close.
    return503OnClosing: false,
    // An address that cannot be decoded fails before any route, and with it before the error handler below.
    frameworkErrors: (error, _request, { raw }) =>
      void raw.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify(errorBody(error, 400))),
    routerOptions: { ignoreTrailingSlash: true },
  });
  const state = closeGracefully(http);
  http.removeContentTypeParser('text/plain'); // Fastify's own; JSON is all that is spoken here
  await http.register(cookie);
  await http.register(helmet, { contentSecurityPolicy: CONTENT_SECURITY_POLICY, crossOriginEmbedderPolicy: false });
  http.setErrorHandler<FastifyError>((error, request, reply) => {
    if (error instanceof PublicError) {
      const { message, extensions } = error;
      return reply.status(statusOf(error)).send({ errors: [{ message, extensions }] });
    }
    const status = error.statusCode ?? 500;
    if (status >= 500) logger.error({ err: error, url: request.url }, 'a request failed unexpectedly');
    return reply.status(status).send(errorBody(error, status));
  });
  return http;
}

/** In GraphQL's own form, so that a client reads every refusal the same way. */
function errorBody(error: FastifyError, status: number) {
  if (status >= 500) return body('INTERNAL_SERVER_ERROR', 'Something went wrong on our side. Try again in a moment.');
  if (status === 413)
    return body('BAD_REQUEST', `The request is too large: ${BODY_LIMIT_BYTES / 1024} KB at the most.`);
  if (status === 415) return body('BAD_REQUEST', 'Send JSON: content-type: application/json.');
  return body('BAD_REQUEST', error.message);
}

function body(code: string, message: string) {
  return { errors: [{ message, extensions: { code } }] };
}
