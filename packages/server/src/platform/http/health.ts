import type { FastifyInstance } from 'fastify';
import { pendingMigrations, type Database } from '#platform/database.js';

const PATIENCE_MS = 3000;

/** Set once, when the process has been told to stop. */
export interface Draining {
  draining: boolean;
}

/** `/livez`: the process answers. `/readyz`: send it traffic; when not, the body says why. */
export function serveHealth(http: FastifyInstance, database: Database, state: Draining): void {
  http.get('/livez', () => ({ status: 'ok' }));
  http.get('/readyz', async (_request, reply) => {
    const reason = state.draining ? 'shutting down' : await databaseTrouble(database);
    return reason === undefined ? { status: 'ready' } : reply.status(503).send({ status: 'not ready', reason });
  });
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
