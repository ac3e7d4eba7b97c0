import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Redis } from '#platform/redis.js';
import { startRedisServer, whyNoRedis } from '#testing/redis-server.js';

const SILENCE = 'Command timed out';
const REST = 'Redis did not answer a moment ago and is not asked for a second';

describe.skipIf(whyNoRedis !== undefined)(`a Redis that hangs${whyNoRedis ?? ''}`, () => {
  let server: Awaited<ReturnType<typeof startRedisServer>>;
  let redis: Redis;

  beforeEach(async () => {
    server = await startRedisServer();
    redis = await server.connect();
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    redis.disconnect();
    await server.stop();
  });

  /** Lets the clock jump over the rest after a silence. */
  function aSecondLater(): void {
    const later = performance.now() + 1001;
    vi.spyOn(performance, 'now').mockReturnValue(later);
  }

  test('is waited for once, then by one command in a second', async () => {
    server.signal('SIGSTOP');
    await expect(redis.ping()).rejects.toThrow(SILENCE);
    const more = await Promise.allSettled(Array.from({ length: 10 }, () => redis.ping()));
    expect(new Set(more.map(complaint))).toEqual(new Set([REST]));

    aSecondLater();
    const [first, ...others] = await Promise.allSettled(Array.from({ length: 10 }, () => redis.ping()));
    expect(first && complaint(first)).toBe(SILENCE);
    expect(new Set(others.map(complaint))).toEqual(new Set([REST]));
  });

  test('is asked again as soon as it has answered', async () => {
    server.signal('SIGSTOP');
    await expect(redis.ping()).rejects.toThrow(SILENCE);
    server.signal('SIGCONT');
    await expect(redis.ping()).rejects.toThrow(REST);
    aSecondLater();
    await expect(redis.ping()).resolves.toBe('PONG');
    await expect(redis.ping()).resolves.toBe('PONG');
  });

  test('is not avoided because this process was too busy to listen', async () => {
    await setImmediate(); // from here the timers come before what Redis says
    const answer = Promise.allSettled([redis.ping()]);
    const until = performance.now() + 300;
    while (performance.now() < until);
    expect((await answer).map(complaint)).toEqual([SILENCE]);
    await setImmediate();
    await expect(redis.ping()).resolves.toBe('PONG');
    await expect(redis.ping()).resolves.toBe('PONG');
  });

  test('is not avoided because it refused something', async () => {
    await redis.set('a text', 'not a number');
    await expect(redis.incr('a text')).rejects.toThrow('not an integer');
    await expect(redis.ping()).resolves.toBe('PONG');
  });
});

function complaint(result: PromiseSettledResult<unknown>): string {
  return result.status === 'rejected' && result.reason instanceof Error ? result.reason.message : 'none';
}
