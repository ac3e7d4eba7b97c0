import { setImmediate } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { Logger } from '#platform/logging.js';

export type { Redis } from 'ioredis';

/** A command that Redis has not answered by then has failed: nobody waits for what is never the truth. */
const COMMAND_TIMEOUT_MS = 100;
/** After such a silence nobody asks for so long, so that a frozen Redis costs one command in a second, not every one. */
const REST_MS = 1000;
/** A connection that says nothing for so long although it was asked is dead, also when nobody closed it. */
const SILENCE_MAX_MS = 5000;
const RECONNECT_MAX_MS = 2000;

/**
 * What the servers share for speed's sake. It may be away or hang at any time, from the start on: commands then
 * fail soon instead of queueing, and whoever sent them goes on without.
 */
export function connectRedis(url: string, logger: Logger): Redis {
  const redis = new ImpatientRedis(url, {
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

type Sending = Parameters<Redis['sendCommand']>;

/** Leaves a Redis alone that did not answer in time; then one command asks, and the others wait for no second silence. */
class ImpatientRedis extends Redis {
  /** Nothing is sent before this time; undefined while Redis answers. */
  #restsUntil: number | undefined;

  override sendCommand(...sending: Sending): unknown {
    const [command] = sending;
    if (this.status !== 'ready') return super.sendCommand(...sending); // a new connection introduces itself
    if (this.#restsUntil !== undefined) {
      if (performance.now() < this.#restsUntil) {
        command.reject(new Error('Redis did not answer a moment ago and is not asked for a second'));
        return command.promise;
      }
      this.#rest();
    }
    const heard = this.stream.bytesRead;
    const answer = super.sendCommand(...sending);
    void this.#judge(command.promise, heard);
    return answer;
  }

  /** `heard`: how many bytes Redis had said when it was asked. */
  async #judge(answer: Promise<unknown>, heard: number): Promise<void> {
    try {
      await answer;
      this.#restsUntil = undefined;
    } catch (error) {
      if (!(error instanceof Error && error.message === 'Command timed out')) {
        this.#restsUntil = undefined; // a refusal is an answer too
        return;
      }
      this.#rest();
      // A process that was too busy to listen comes to its timers first and finds the answer right after them.
      await setImmediate();
      if (this.stream.bytesRead !== heard) this.#restsUntil = undefined;
    }
  }

  #rest(): void {
    this.#restsUntil = performance.now() + REST_MS;
  }
}
