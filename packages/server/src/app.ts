// First, because whatever states a GraphQL type asks for it when it is loaded, and not only the schema does.
import 'reflect-metadata';
import type { IncomingHttpHeaders } from 'node:http';
import path from 'node:path';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import { receiveCovers } from '#admin/covers/receive-covers.js';
import { comesFromStaff } from '#auth/comes-from-staff.js';
import { openCoverStore } from '#catalog/covers/open-cover-store.js';
import { serveCovers } from '#catalog/covers/serve-covers.js';
import { openBackground } from '#admin/background/open-background.js';
import { serveExports } from '#admin/exports/serve-exports.js';
import { receiveImports } from '#admin/imports/receive-imports.js';
import type { Config } from '#config.js';
import { createContext, createHotContext, type RequestContext } from '#context.js';
import type { Database } from '#platform/database.js';
import { createGraphQLServer } from '#platform/http/graphql-server.js';
import { serveHealth } from '#platform/http/health.js';
import { createHotPath } from '#platform/http/hot-path/hot-path.js';
import { HotOperations } from '#platform/http/hot-path/hot-operations.js';
import { keptBody } from '#platform/http/hot-path/take-body.js';
import { BODY_LIMIT_BYTES, createHttpServer } from '#platform/http/http-server.js';
import { shedLoad } from '#platform/http/shed-load.js';
import { servePlayground } from '#platform/http/playground.js';
import { serveWebPage } from '#platform/http/web-page.js';
import type { Logger } from '#platform/logging.js';
import { createErrorMask } from '#platform/mask-error.js';
import type { Redis } from '#platform/redis.js';
import { createSchema } from '#schema.js';
import { createServices, type Services } from '#services.js';

const WEB_ROOT = path.resolve(import.meta.dirname, '../../web/dist');

/** A process so far behind, in milliseconds, sends away what is not on the hot path: log-ins before claims. */
const ORDINARY_LAG_MAX_MS = 500;

export interface AppOptions {
  readonly config: Pick<
    Config,
    | 'trustProxy'
    | 'dataDir'
    | 'coversS3'
    | 'connectionsMax'
    | 'playground'
    | 'introspection'
    | 'issueBatchMax'
    | 'issueQueueMax'
    | 'redisUrl'
    | 'workers'
  >;
  readonly jwtSecret: string;
  readonly database: Database;
  readonly logger: Logger;
  /** False: nothing is answered from memory, for tests that look at something else. */
  readonly remember?: boolean;
}

/** One server: page, API and health on one port. */
export interface App {
  readonly http: FastifyInstance;
  readonly services: Services;
  /** Stops taking requests, answers those it has, and lets go of everything but the database. */
  stop(): Promise<void>;
}

export async function buildApp({ config, jwtSecret, database, logger, remember = true }: AppOptions): Promise<App> {
  const redis = config.redisUrl === undefined ? undefined : await openRedis(config.redisUrl, logger);
  const coverStore = await openCoverStore(config);
  const services = createServices(database, logger, { ...config, jwtSecret, redis, remember, coverStore });
  const operations = new HotOperations();
  const maskError = createErrorMask(logger);
  const graphql = createGraphQLServer<RequestContext>({
    schema: await createSchema(),
    logger,
    introspection: config.introspection,
    maskError,
    plugins: [operations.plugin()],
  });
  await graphql.start();

  const state = { draining: false };
  const http = await createHttpServer(logger, config, (ordinary, isClosing) =>
    createHotPath(
      {
        operations,
        createContext: (request) => createHotContext(services, request),
        maskError,
        shareAnswers: remember,
        isClosing,
        bodyLimitBytes: BODY_LIMIT_BYTES,
      },
      ordinary,
    ),
  );
  serveHealth(http, { database, redis, state });
  servePlayground(http, config.playground);
  serveCovers(http, services.covers);
  const shed = shedLoad(services.lag, ORDINARY_LAG_MAX_MS, database);
  await receiveCovers(http, {
    shed,
    contextOf: (request, reply) => ({ ...services, ...createContext(services, request, reply) }),
  });
  serveExports(http, { services, logger, shed });
  await receiveImports(http, { shed, contextOf: (request, reply) => createContext(services, request, reply) });
  const fromStaff = ({ authorization }: IncomingHttpHeaders) => comesFromStaff(authorization, services.accessTokens);
  http.post(
    '/graphql',
    {
      onRequest: shedLoad(services.lag, ORDINARY_LAG_MAX_MS, database, fromStaff),
      preParsing: (request, _reply, payload, done) => done(null, keptBody(request.raw) ?? payload),
    },
    fastifyApolloHandler(graphql, {
      context: (request, reply) => Promise.resolve(createContext(services, request, reply)),
    }),
  );
  await serveWebPage(http, WEB_ROOT);
  const background = openBackground(services, logger);

  return {
    http,
    services,
    async stop() {
      state.draining = true;
      await http.close();
      await background.stop();
      await services.issuing.drain();
      await services.tallies.close();
      await graphql.stop();
      await services.announcements.close();
      await services.passwords.close();
      services.pictures.close();
      services.lag.stop();
      redis?.disconnect();
    },
  };
}

/** Loaded here: who has no Redis need not keep its client in memory. */
async function openRedis(url: string, logger: Logger): Promise<Redis> {
  const { connectRedis } = await import('#platform/redis.js');
  return connectRedis(url, logger);
}
