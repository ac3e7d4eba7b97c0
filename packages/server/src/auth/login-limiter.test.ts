import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LoginLimiter } from '#auth/login-limiter.js';
import type { Redis } from '#platform/redis.js';
import { startRedisServer, whyNoRedis } from '#testing/redis-server.js';

const TOO_MANY = { code: 'TOO_MANY_REQUESTS' };

/** Tries as often as an account may fail. */
async function useUp(limiter: LoginLimiter, account: string): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt += 1) await limiter.beginLogin(account, `10.0.0.${attempt}`);
}

describe.skipIf(whyNoRedis !== undefined)(`limits on log-ins with Redis${whyNoRedis ?? ''}`, () => {
  let server: Awaited<ReturnType<typeof startRedisServer>>;
  let connections: Redis[];
  let limiters: LoginLimiter[];

  beforeEach(async () => {
    server = await startRedisServer();
    connections = await Promise.all([server.connect(), server.connect()]);
    limiters = connections.map((redis) => new LoginLimiter(redis));
  });
  afterEach(async () => {
    for (const redis of connections) redis.disconnect();
    await server.stop();
  });

  test('are one for all servers', async () => {
    const [here, there] = limiters;
    if (!here || !there) throw new Error('two servers were started');
    await useUp(here, 'minji');
    await expect(there.beginLogin('minji', '10.9.9.9')).rejects.toMatchObject(TOO_MANY);
    await expect(there.beginLogin('jiho', '10.9.9.9')).resolves.toBeUndefined();
  });

  test.each(['SIGKILL', 'SIGSTOP'] as const)('go on in each server when Redis gets a %s', async (signal) => {
    const [here] = limiters;
    if (!here) throw new Error('a server was started');
    server.signal(signal);
    await useUp(here, 'minji');
    await expect(here.beginLogin('minji', '10.9.9.9')).rejects.toMatchObject(TOO_MANY);
  });
});

test('control: without Redis two servers count apart', async () => {
  const [here, there] = [new LoginLimiter(undefined), new LoginLimiter(undefined)];
  await useUp(here, 'minji');
  await expect(here.beginLogin('minji', '10.9.9.9')).rejects.toMatchObject(TOO_MANY);
  await expect(there.beginLogin('minji', '10.9.9.9')).resolves.toBeUndefined();
});
