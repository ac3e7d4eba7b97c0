import type { FastifyInstance } from 'fastify';
import { pendingMigrations, type Database } from '#platform/database.js';
import type { Redis } from '#platform/redis.js';

const PATIENCE_MS = 3000;

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
 * server unready: it is not the truth, and a balancer that took all servers away for its sake would end the drop.
 */
export function serveHealth(http: FastifyInstance, { database, redis, state }: HealthOptions): void {
  http.get('/livez', () => ({ status: 'ok' }));
  http.get('/readyz', async (_request, reply) => {
    const reason = state.draining ? 'shutting down' : await databaseTrouble(database);
    if (reason !== undefined) return reply.status(503).send({ status: 'not ready', reason });
    return redis === undefined || (await answers(redis)) ? { status: 'ready' } : DEGRADED;
  });
}

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

async function databaseTrouble(database: Database): Promise<string | undefined> {
  try {
    const pending = await Promise.race([pendingMigrations(database), timeout()]);
    return pending.length > 0 ? `migrations pending: ${pending.join(', ')}` : undefined;
  } catch {
    return 'the database does not answer';
  }
}

function timeout(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('timeout')), PATIENCE_MS).unref();
  });
}
