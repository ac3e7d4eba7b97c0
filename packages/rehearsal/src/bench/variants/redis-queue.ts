import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { startRedis, whyNoRedis } from '#bench/variants/redis-server.js';
import { startServer } from '#bench/variants/start-server.js';
import type { Variant } from '#bench/variants/variant.js';

export const REDIS_QUEUE_PROGRAM = path.join(import.meta.dirname, 'redis-queue-server.js');

/** The popular design: decide in Redis, answer at once, write to the database later. */
export const redisQueue: Variant = {
  name: 'redis-queue',
  title: 'Redis decides, a queue to the database',
  workloads: ['issue', 'drop', 'refusals'],
  answersEarly: true,
  whyNot: whyNoRedis(),
  async start({ databaseUrl, jwtSecret, folder }) {
    mkdirSync(folder, { recursive: true });
    const redis = await startRedis(folder, 'append-only file');
    try {
      const env = { DATABASE_URL: databaseUrl, JWT_SECRET: jwtSecret, REDIS_URL: redis.url };
      const server = await startServer(REDIS_QUEUE_PROGRAM, env);
      return {
        ...server,
        pids: [...server.pids, redis.pid],
        async stop() {
          await server.stop();
          await redis.kill();
        },
      };
    } catch (error) {
      await redis.kill();
      throw error;
    }
  },
};
