import type { IncomingHttpHeaders } from 'node:http';
import type { onRequestHookHandler } from 'fastify';
import { WAITING_MAX, type Database } from '#platform/database.js';
import type { EventLoopLag } from '#platform/event-loop-lag.js';
import { PublicError } from '#platform/errors.js';

const LEAST_MS = 1000;

/**
 * Sends away what can wait while the process is `lagMaxMs` behind or many wait for a connection to the database:
 * before its body is read, with the word when to come back. What is answered from memory or from a file, and the
 * claims in the queue, go on meanwhile; so does whoever cannot wait.
 */
export function shedLoad(
  lag: Pick<EventLoopLag, 'ms'>,
  lagMaxMs: number,
  { pool }: Pick<Database, 'pool'>,
  cannotWait: (headers: IncomingHttpHeaders) => boolean = () => false,
): onRequestHookHandler {
  return ({ headers }, reply, done) => {
    if (lag.ms <= lagMaxMs && pool.waitingCount < WAITING_MAX) return done();
    if (cannotWait(headers)) return done();
    const retryAfterMs = Math.round((LEAST_MS + lag.ms) * (0.5 + Math.random()));
    const { message, extensions } = new PublicError('SERVICE_UNAVAILABLE', { retryAfterMs });
    void reply
      .status(503)
      .header('retry-after', Math.ceil(retryAfterMs / 1000))
      .send({ errors: [{ message, extensions }] });
  };
}
