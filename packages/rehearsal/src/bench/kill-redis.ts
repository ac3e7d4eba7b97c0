import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { onConnection } from '#bench/database/bench-database.js';
import { createCoupon, issuedRowsOf } from '#bench/database/coupons.js';
import type { KillLoss } from '#bench/results.js';
import type { Bench } from '#bench/seat.js';
import { REDIS_QUEUE_PROGRAM } from '#bench/variants/redis-queue.js';
import { startRedis, type Persistence } from '#bench/variants/redis-server.js';
import { startServer } from '#bench/variants/start-server.js';

const LONGEST_SECONDS = 10;
const PATIENCE_MS = 15_000;

/**
 * Kills the popular design's server and its Redis while readers are being told "issued", starts both again on what
 * they left, waits until the queue is empty, and counts who was told and has nothing.
 */
export async function killRedisDesign(bench: Bench, databaseUrl: string, persistence: Persistence): Promise<KillLoss> {
  const { client, sizes, jwtSecret } = bench;
  const folder = path.join(bench.folder, `killed ${persistence}`);
  mkdirSync(folder, { recursive: true });
  const start = async () => {
    const redis = await startRedis(folder, persistence);
    const env = { DATABASE_URL: databaseUrl, JWT_SECRET: jwtSecret, REDIS_URL: redis.url };
    const server = await startServer(REDIS_QUEUE_PROGRAM, env).catch(async (error: unknown) => {
      await redis.kill();
      throw error;
    });
    return { redis, server, kill: () => Promise.all([server.kill(), redis.kill()]) };
  };

  return onConnection(databaseUrl, async (database) => {
    const { number: couponNumber } = await createCoupon(database, sizes.readers);
    const first = await start();
    const claims = { kind: 'claims', address: first.server.address, connections: sizes.connections } as const;
    const load = client.run({
      ...claims,
      couponNumber,
      from: 0,
      count: sizes.readers,
      again: false,
      seconds: LONGEST_SECONDS,
    });
    await setTimeout(sizes.killAfterSeconds * 1000);
    await first.kill();
    const { told } = await load;

    const second = await start();
    try {
      await untilEmpty(second.redis.url);
      // Whoever has any pass has not lost his: a place that moved up because others lost theirs is not counted.
      const holders = new Set((await issuedRowsOf(database, couponNumber)).map(({ userId }) => userId));
      const lost = told.filter(({ userId }) => !holders.has(userId)).length;
      return { persistence, accepted: told.length, lost };
    } finally {
      await second.kill();
    }
  });
}

/** Waits until the queue is empty, and what was last taken off it is written. */
async function untilEmpty(url: string): Promise<void> {
  const redis = new Redis(url);
  redis.on('error', () => undefined);
  try {
    for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await setTimeout(50)) {
      if ((await redis.llen('claims')) === 0) break;
    }
    await setTimeout(500);
  } finally {
    redis.disconnect();
  }
}
