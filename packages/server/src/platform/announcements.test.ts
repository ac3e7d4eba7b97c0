import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createAnnouncements, type Announcements } from '#platform/announcements.js';
import { createLogger } from '#platform/logging.js';
import { connectRedis, type Redis } from '#platform/redis.js';
import { startRedisServer, whyNoRedis } from '#testing/redis-server.js';

const logger = createLogger('silent');
const CHANNEL = 'pagedrop:announcements:0';

/** What a process heard of a topic, in order. */
function hearing(announcements: Announcements, topic = 'coupon'): string[] {
  const heard: string[] = [];
  announcements.listen(topic, (text) => heard.push(text));
  return heard;
}

describe('an announcement', () => {
  test('is heard in its own process at once, also without Redis', () => {
    const announcements = createAnnouncements(undefined, logger);
    const [coupons, others] = [hearing(announcements), hearing(announcements, 'other')];
    announcements.announce('coupon', 'A');
    expect([coupons, others]).toEqual([['A'], []]);
  });

  test('reaches every listener, also after one that throws', () => {
    const announcements = createAnnouncements(undefined, logger);
    announcements.listen('coupon', () => {
      throw new Error('this listener is broken');
    });
    const heard = hearing(announcements);
    announcements.announce('coupon', 'A');
    expect(heard).toEqual(['A']);
  });
});

describe.skipIf(whyNoRedis !== undefined)(`announcements through Redis${whyNoRedis ?? ''}`, () => {
  let server: Awaited<ReturnType<typeof startRedisServer>>;
  let connections: Redis[];
  let processes: Announcements[];

  /** One more server process, as far as Redis is concerned. */
  function start(): Announcements {
    const redis = connectRedis(server.url, logger);
    const announcements = createAnnouncements(redis, logger);
    connections.push(redis);
    processes.push(announcements);
    return announcements;
  }

  /** Two that hear each other; what they said meanwhile is on a topic of its own. */
  async function startTwo(): Promise<[Announcements, Announcements]> {
    const [here, there] = [start(), start()];
    await untilConnected(here, there);
    await untilConnected(there, here);
    return [here, there];
  }

  beforeEach(async () => {
    server = await startRedisServer();
    connections = [];
    processes = [];
  });
  afterEach(async () => {
    for (const announcements of processes) await announcements.close();
    for (const redis of connections) redis.disconnect();
    await server.stop();
  });

  test('arrive in the others, and once in the process that made them', async () => {
    const [here, there] = await startTwo();
    const [own, others] = [hearing(here), hearing(there)];
    here.announce('coupon', 'A');
    expect(own).toEqual(['A']);
    here.announce('coupon', 'B');
    await vi.waitFor(() => expect(others).toEqual(['A', 'B']));
    there.announce('coupon', 'C'); // what comes back after its own echo proves that there was none
    await vi.waitFor(() => expect(own).toEqual(['A', 'B', 'C']));
  });

  test('go on when Redis was killed and is back, whoever was there first', async () => {
    await server.stop();
    const [here, there] = [start(), start()];
    const own = hearing(here);
    here.announce('coupon', 'A');
    expect(own).toEqual(['A']);

    await server.restart();
    await untilConnected(here, there);
    await server.stop();
    await server.restart();
    await untilConnected(here, there);
  });

  test('wait in no process while Redis sleeps, and come when it wakes', async () => {
    const [here, there] = await startTwo();
    const [own, others] = [hearing(here), hearing(there)];
    server.signal('SIGSTOP');
    here.announce('coupon', 'A');
    expect(own).toEqual(['A']);
    await setTimeout(500); // longer than any command may take
    expect(others).toEqual([]);
    server.signal('SIGCONT');
    await vi.waitFor(() => expect(others).toEqual(['A']));
  });

  test('survive a listener being thrown out of Redis', async () => {
    const [here, there] = await startTwo();
    await connections[0]?.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
    await expect(untilConnected(here, there)).resolves.toBeUndefined();
  });

  test('of a liar are ignored unless they look like ours', async () => {
    const [, there] = await startTwo();
    const heard = hearing(there);
    const liar = await server.connect();
    connections.push(liar);
    const ours = JSON.stringify({ from: 'liar', topic: 'coupon', text: 'A' });
    const rubbish = [
      '',
      'rubbish',
      '{"from":1,"topic":[],"text":{}}',
      'null',
      '[]',
      Buffer.from([0xff, 0xfe, 0x7b]),
      Buffer.concat([Buffer.from(ours.slice(0, -3)), Buffer.from([0xff]), Buffer.from('"}')]),
      JSON.stringify({ from: 'liar', topic: 'coupon', text: 'A'.repeat(1_000_000) }),
      JSON.stringify({ from: 'liar', topic: '__proto__', text: 'A' }),
    ];
    for (const bytes of rubbish) await liar.publish(CHANNEL, bytes);
    await liar.publish('another channel', ours);
    await liar.publish(CHANNEL, JSON.stringify({ from: 'liar', topic: 'coupon', text: 'the last' }));
    await vi.waitFor(() => expect(heard).toEqual(['the last']));
  });

  test('end with close()', async () => {
    const [here, there] = await startTwo();
    const heard = hearing(there);
    await there.close();
    here.announce('coupon', 'A');
    await setTimeout(100);
    expect(heard).toEqual([]);
    await expect(connections[0]?.call('CLIENT', 'LIST', 'TYPE', 'pubsub')).resolves.toMatch(/^[^\n]+\n$/);
  });
});

/** Until `there` hears what `here` says: both are connected and subscribed then. */
async function untilConnected(here: Announcements, there: Announcements): Promise<void> {
  const arrived = hearing(there, 'hello');
  await vi.waitFor(
    () => {
      here.announce('hello', 'hello');
      expect(arrived.length).toBeGreaterThan(0);
    },
    { timeout: 10_000, interval: 50 },
  );
}
