import { Redis } from 'ioredis';
import type { Logger } from '#platform/logging.js';

export type { Redis } from 'ioredis';

/** A command that Redis has not answered by then has failed: nobody waits for what is never the truth. */
const COMMAND_TIMEOUT_MS = 100;
/** A connection that says nothing for so long although it was asked is dead, also when nobody closed it. */
const SILENCE_MAX_MS = 5000;
const RECONNECT_MAX_MS = 2000;

/**
 * What the servers share for speed's sake. It may be away or hang at any time, from the start on: commands then
 * fail soon instead of queueing, and whoever sent them goes on without.
 */
export function connectRedis(url: string, logger: Logger): Redis {
  const redis = new Redis(url, {
    commandTimeout: COMMAND_TIMEOUT_MS,
    socketTimeout: SILENCE_MAX_MS,
    connectTimeout: 1000,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (retries) => Math.min(50 * 2 ** retries, RECONNECT_MAX_MS),
  });
  let reachable = true;
  redis.on('error', (error: Error) => {
    if (reachable) logger.warn({ err: error }, 'Redis cannot be reached; each server goes on by itself');
    reachable = false;
  });
  redis.on('ready', () => {
    if (!reachable) logger.info('Redis is back');
    reachable = true;
  });
  return redis;
}
