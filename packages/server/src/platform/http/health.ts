import type { FastifyInstance } from 'fastify';
import { Pool } from 'pg';
import type { Database } from '#platform/database.js';
import { remembered } from '#platform/http/remembered.js';
import { migrationNames } from '#platform/migration-names.js';
import type { Redis } from '#platform/redis.js';
import { sqlState } from '#platform/sql-state.js';

const PATIENCE_MS = 3000;
const TOO_MANY_CONNECTIONS = '53300';
/** Everybody may ask, so what was found out serves all who ask within this time. */
const VERDICT_LIFE_MS = 1000;

/** Set once, when the process has been told to stop. */
export interface Draining {
  draining: boolean;
}

export interface HealthOptions {
  readonly database: Database;
  /** Undefined: none is configured, so none is missed. */
  readonly redis: Redis | undefined;
  readonly state: Draining;
}

/**
 * `/livez`: the process answers. `/readyz`: send it traffic; when not, the body says why. Redis alone never makes a
 * server unready: it is not the truth, and a balancer that took all servers away for its sake would end the drop. Nor
 * does a queue for connections to the database; so the look at it has a connection of its own, behind nobody.
 */
export function serveHealth(http: FastifyInstance, { database, redis, state }: HealthOptions): void {
  const ownLine = new Pool({
    ...database.pool.options,
    password: database.pool.options.password, // which is not enumerable
    max: 1,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
  });
  ownLine.on('error', () => undefined); // broken while idle; the next look opens another
  http.addHook('onClose', () => ownLine.end());

  const known = migrationNames(database.orm);
  const look = remembered(VERDICT_LIFE_MS, async () => {
    const reason = await databaseTrouble(database, ownLine, known);
    if (reason !== undefined) return { code: 503, body: { status: 'not ready', reason } };
    if (database.pool.waitingCount > database.pool.options.max) return { code: 200, body: BUSY };
    return { code: 200, body: redis === undefined || (await answers(redis)) ? { status: 'ready' } : DEGRADED };
  });

  http.get('/livez', () => ({ status: 'ok' }));
  http.get('/readyz', async (_request, reply) => {
    if (state.draining) return reply.status(503).send({ status: 'not ready', reason: 'shutting down' });
    const { code, body } = await look();
    return reply.status(code).send(body);
  });
}

const BUSY = {
  status: 'busy',
  reason: 'more requests wait for a connection to the database than there are; all are answered, some later than usual',
};
const DEGRADED = {
  status: 'degraded',
  reason: 'Redis does not answer; until it does, each server goes by itself, and what is issued is right all the same',
};

/** Within the time that a command of Redis has. */
async function answers(redis: Redis): Promise<boolean> {
  try {
    return (await redis.ping()) === 'PONG';
  } catch {
    return false;
  }
}

async function databaseTrouble(
  database: Database,
  ownLine: Pool,
  known: readonly string[],
): Promise<string | undefined> {
  try {
    const { rows } = await ownLine.query<{ name: string }>('select name from migration');
    const applied = new Set(rows.map(({ name }) => name));
    const pending = known.filter((name) => !applied.has(name));
    return pending.length > 0 ? `migrations pending: ${pending.join(', ')}` : undefined;
  } catch (error) {
    // It answers, but has no connection left for us; those that the pool holds serve on.
    if (sqlState(error) === TOO_MANY_CONNECTIONS && database.pool.totalCount > 0) return undefined;
    return 'the database does not answer';
  }
}
