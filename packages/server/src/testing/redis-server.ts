import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { freePort } from '#platform/free-port.js';
import { connectRedis, type Redis } from '#platform/redis.js';
import { createLogger } from '#platform/logging.js';

/** Why the tests that need a Redis are left out here; undefined when there is one. npm brings none. */
export const whyNoRedis =
  spawnSync('redis-server', ['--version']).status === 0 ? undefined : ' (left out: no redis-server on this machine)';

/** A real Redis of the test's own, and a connection to it that is ready. */
export async function startRedisServer() {
  const port = await freePort();
  const start = () =>
    spawn('redis-server', ['--port', String(port), '--save', '', '--appendonly', 'no'], { stdio: 'ignore' });
  let server = start();
  const url = `redis://127.0.0.1:${port}`;
  return {
    url,
    connect: () => readyConnection(url),
    signal: (signal: NodeJS.Signals) => server.kill(signal),
    async stop() {
      if (server.exitCode !== null || server.signalCode !== null) return;
      server.kill('SIGKILL');
      await once(server, 'exit');
    },
    /** After `stop`: an empty Redis at the same address. */
    async restart() {
      server = start();
      (await readyConnection(url)).disconnect();
    },
  };
}

async function readyConnection(url: string): Promise<Redis> {
  const redis = connectRedis(url, createLogger('silent'));
  while (redis.status !== 'ready') await setTimeout(20);
  return redis;
}
