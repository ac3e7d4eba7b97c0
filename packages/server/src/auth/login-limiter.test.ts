import { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LoginLimiter } from '#auth/login-limiter.js';
import { startRedisServer, whyNoRedis } from '#testing/redis-server.js';

const TOO_MANY = { code: 'TOO_MANY_REQUESTS' };

const HERE = '10.0.0.1';

/** Tries as often as an account may fail at one address. */
async function useUp(limiter: LoginLimiter, account: string): Promise<void> {
  await Promise.all(Array.from({ length: 20 }, () => limiter.beginLogin(account, HERE)));
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
    vi.restoreAllMocks();
    for (const redis of connections) redis.disconnect();
    await server.stop();
  });

  test('are one for all servers', async () => {
    const [here, there] = limiters;
    if (!here || !there) throw new Error('two servers were started');
    await useUp(here, 'minji');
    await expect(there.beginLogin('minji', HERE)).rejects.toMatchObject(TOO_MANY);
    await expect(there.beginLogin('jiho', HERE)).resolves.toBeUndefined();
  });

  test.each(['SIGKILL', 'SIGSTOP'] as const)('go on in each server when Redis gets a %s', async (signal) => {
    const [here] = limiters;
    if (!here) throw new Error('a server was started');
    server.signal(signal);
    await useUp(here, 'minji');
    await expect(here.beginLogin('minji', HERE)).rejects.toMatchObject(TOO_MANY);
  });

  test('wait once for a Redis that hangs, not at every log-in', async () => {
    const [here] = limiters;
    if (!here) throw new Error('a server was started');
    server.signal('SIGSTOP');
    const now = performance.now();
    vi.spyOn(performance, 'now').mockReturnValue(now);
    const sent = vi.spyOn(Redis.prototype, 'sendCommand');
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await here.beginLogin('minji', HERE);
      await here.loginSucceeded('minji', HERE);
    }
    expect(sent).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['emptied', (redis: Redis) => redis.flushall()],
    ['emptied of its scripts too', (redis: Redis) => Promise.all([redis.flushall(), redis.script('FLUSH')])],
    ['filled with rubbish', fillWithRubbish],
  ])('let readers in when Redis is %s in the middle, and count on', async (_what, harm) => {
    const [here] = limiters;
    const [redis] = connections;
    if (!here || !redis) throw new Error('a server was started');
    await here.beginLogin('minji', HERE);
    await here.beginLogin('jiho', HERE);
    await harm(redis);
    await expect(here.loginSucceeded('minji', HERE)).resolves.toBeUndefined();
    await useUp(here, 'jiho');
    await expect(here.beginLogin('jiho', HERE)).rejects.toMatchObject(TOO_MANY);
  });
});

async function fillWithRubbish(redis: Redis): Promise<void> {
  for (const key of await redis.keys('*')) await redis.set(key, 'rubbish');
}

test('control: without Redis two servers count apart', async () => {
  const [here, there] = [new LoginLimiter(undefined), new LoginLimiter(undefined)];
  await useUp(here, 'minji');
  await expect(here.beginLogin('minji', HERE)).rejects.toMatchObject(TOO_MANY);
  await expect(there.beginLogin('minji', HERE)).resolves.toBeUndefined();
});

test('an account is closed to everybody only after 200 failures, from ten addresses at least', async () => {
  const limiter = new LoginLimiter(undefined);
  for (let attempt = 0; attempt < 199; attempt += 1) await limiter.beginLogin('minji', `10.0.0.${attempt % 10}`);
  await expect(limiter.beginLogin('minji', '10.9.9.9')).resolves.toBeUndefined();
  await expect(limiter.beginLogin('minji', '10.9.9.9')).rejects.toMatchObject(TOO_MANY);
});

describe('a refusal', () => {
  test('at one account costs neither the address nor the account anything', async () => {
    const limiter = new LoginLimiter(undefined);
    await useUp(limiter, 'minji');
    for (let attempt = 0; attempt < 200; attempt += 1)
      await expect(limiter.beginLogin('minji', HERE)).rejects.toMatchObject(TOO_MANY);
    await expect(limiter.beginLogin('jiho', HERE)).resolves.toBeUndefined();
    await expect(limiter.beginLogin('minji', '10.9.9.9')).resolves.toBeUndefined();
  });

  test('of an address costs the account nothing', async () => {
    const limiter = new LoginLimiter(undefined);
    for (let attempt = 0; attempt < 100; attempt += 1) await limiter.beginLogin(`nobody-${attempt}`, HERE);
    for (let attempt = 0; attempt < 200; attempt += 1)
      await expect(limiter.beginLogin('minji', HERE)).rejects.toMatchObject(TOO_MANY);
    await expect(limiter.beginLogin('minji', '10.9.9.9')).resolves.toBeUndefined();
  });
});

test('registrations from one IPv6 network are counted together', async () => {
  const limiter = new LoginLimiter(undefined);
  for (let attempt = 0; attempt < 100; attempt += 1) await limiter.beginRegistration(`2001:db8::${attempt}`);
  await expect(limiter.beginRegistration('2001:db8::ffff')).rejects.toMatchObject(TOO_MANY);
  await expect(limiter.beginRegistration('2001:db8:1::1')).resolves.toBeUndefined();
});
