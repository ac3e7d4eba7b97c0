import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createAccessTokens } from '#auth/access-token.js';
import { buildCoupon, buildUsers } from '#testing/factories.js';
import {
  alive,
  endPrograms,
  postgresOf,
  runProgram,
  startProgram,
  startServer,
  workersOf,
  type Program,
} from '#testing/server-process.js';
import { createTestDatabase, type TestDatabase } from '#testing/test-database.js';

// The built server as several processes on one port.

const JWT_SECRET = 'a secret of at least 32 bytes, made up';
const answer = z.object({
  data: z.object({ downloadCoupon: z.object({ __typename: z.string(), sequence: z.number().optional() }) }),
});

let dataDir: string;
let database: TestDatabase;
beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'pagedrop-workers-'));
  database = await createTestDatabase();
});
afterEach(() => endPrograms(dataDir));
afterAll(async () => {
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const given = (env: Record<string, string> = {}) => ({
  DATABASE_URL: database.url,
  DATABASE_POOL_MAX: '4',
  JWT_SECRET,
  WORKERS: '2',
  ...env,
});
const pidsOf = (server: Program) => workersOf(server).map(({ pid }) => pid);

/** Asks on a connection of its own, so that any worker may be the one who answers. */
async function ask(url: string, body?: object, token = ''): Promise<unknown> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const asked = request(url, { method: body ? 'POST' : 'GET', agent: new Agent(), headers, timeout: 10_000 });
  asked.on('timeout', () => asked.destroy(new Error('no answer')));
  asked.end(body && JSON.stringify(body));
  const response = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    asked.once('response', resolve);
    asked.once('error', reject);
  });
  return json(response);
}

/** Readers with tokens, and a coupon that they all want. */
async function prepareDrop(readers: number, totalQuantity: number) {
  const { id, number } = await buildCoupon(database, { totalQuantity });
  const tokens = (await buildUsers(database, readers)).map(
    (userId) => createAccessTokens(JWT_SECRET).sign({ userId, sessionId: uuid(), role: 'READER' }).accessToken,
  );
  const query = `mutation { downloadCoupon(couponNumber: "${number}") { __typename ... on UserCoupon { sequence } } }`;
  const claim = async (address: string, token: string) =>
    answer.parse(await ask(`${address}/graphql`, { query }, token)).data.downloadCoupon;
  return { id, tokens, claim };
}

/** Holds the coupon's row, and waits until this many batches want it. */
async function holdCoupon(id: string) {
  const client = await database.pool.connect();
  await client.query('begin');
  await client.query('select from coupon where id = $1 for update', [id]);
  const waiting = async () => {
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rows[0]?.count;
  };
  return {
    wantedBy: (batches: number) => expect.poll(waiting, { timeout: 3000, interval: 20 }).toBe(batches),
    async release() {
      await client.query('commit');
      client.release();
    },
  };
}

/** One worker hangs: the other one takes every connection. */
async function expectReadyWhileHangs(pid: number, { address }: { address: string }) {
  process.kill(pid, 'SIGSTOP');
  try {
    for (let connections = 1; connections <= 5; connections += 1) {
      expect(await ask(`${address}/readyz`)).toEqual({ status: 'ready' });
    }
  } finally {
    process.kill(pid, 'SIGCONT');
  }
}

async function expectIssued(sequences: (number | undefined)[], total: number) {
  const issued = sequences.filter((sequence) => sequence !== undefined).toSorted((a, b) => a - b);
  expect(issued).toEqual(Array.from({ length: total }, (_, index) => index + 1));
  const { code, output } = await runProgram('commands/verify.js', [], given());
  expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('Every invariant holds.') });
}

describe('several workers', () => {
  test('answer on one port, each while the other hangs, and show no secret to who lists processes', async () => {
    const server = await startServer(given());
    expect(server.output()).toContain(`Pagedrop is open: ${server.address}   (2 workers)`);
    const workers = workersOf(server);
    expect(workers).toHaveLength(2);
    for (const { pid, commandLine } of workers) {
      expect(commandLine).not.toContain(JWT_SECRET);
      expect(commandLine).not.toContain('postgresql:');
      await expectReadyWhileHangs(pid, server);
    }
  });

  test('issue exactly as many passes as there are', async () => {
    const server = await startServer(given());
    const { tokens, claim } = await prepareDrop(300, 100);
    const outcomes = await Promise.all(tokens.map((token) => claim(server.address, token)));
    expect(new Set(outcomes.map(({ __typename }) => __typename))).toEqual(new Set(['UserCoupon', 'CouponSoldOut']));
    await expectIssued(
      outcomes.map(({ sequence }) => sequence),
      100,
    );
  });

  test('lose one in the middle of a drop: it is replaced, and who asks again gets his pass', async () => {
    const server = await startServer(given({ ISSUE_BATCH_MAX: '20' }));
    const { id, tokens, claim } = await prepareDrop(300, 100);
    let lost = 0;
    const persist = async (token: string) => {
      for (;;) {
        const outcome = await claim(server.address, token).catch(() => undefined);
        if (outcome && outcome.__typename !== 'RetryLater') return outcome;
        lost += outcome ? 0 : 1;
        await setTimeout(100);
      }
    };
    const [victim = 0, other = 0] = pidsOf(server);
    const coupon = await holdCoupon(id);
    const claims = tokens.map(persist);
    await coupon.wantedBy(2);
    process.kill(victim, 'SIGKILL');
    await expect.poll(() => lost).toBeGreaterThan(0);
    await coupon.release();

    const outcomes = await Promise.all(claims);
    await expectIssued(
      outcomes.map(({ sequence }) => sequence),
      100,
    );
    expect(server.output()).toContain('a worker ended (SIGKILL); another starts in 0.5 s');
    await expect.poll(() => pidsOf(server), { timeout: 10_000 }).toEqual([other, expect.any(Number)]);
    await expectReadyWhileHangs(other, server);
  });

  test('that die young again and again are replaced after longer and longer pauses', async () => {
    const server = await startServer(given());
    const [stays = 0] = pidsOf(server);
    for (let deaths = 1; deaths <= 3; deaths += 1) {
      await expect.poll(() => pidsOf(server).length, { timeout: 10_000 }).toBe(2);
      for (const pid of pidsOf(server).filter((pid) => pid !== stays)) process.kill(pid, 'SIGKILL');
    }
    await expect.poll(() => server.output()).toContain('another starts in 2 s');
    server.kill('SIGTERM'); // in the pause, which does not hold it up
    expect(await server.ended).toBe(0);
  });

  test('do not open on a port that is taken: one sentence, and none is left', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? address?.port : 0;
    expect(await runProgram('main.js', [], given({ PORT: String(port) }))).toEqual({
      code: 1,
      output: `PORT ${port} is in use by another program. Stop that one, or set PORT to another number.\n`,
    });
    other.close();
  });
});

describe('told to stop, several workers', () => {
  test('answer those who wait', async () => {
    const server = await startServer(given());
    const { id, tokens, claim } = await prepareDrop(60, 60);
    const coupon = await holdCoupon(id);
    const claims = tokens.map((token) => claim(server.address, token));
    await coupon.wantedBy(2);
    await setTimeout(300); // until the last of them has come, who is refused otherwise
    server.kill('SIGTERM');
    await expect.poll(() => server.output()).toContain('Closing: answering those who are waiting');
    await coupon.release();
    const outcomes = await Promise.all(claims);
    expect(await server.ended).toBe(0);
    await expectIssued(
      outcomes.map(({ sequence }) => sequence),
      60,
    );
  });

  test('by a Ctrl-C that reaches every process stop once, and their PostgreSQL after them', async () => {
    const server = await startServer({ DATA_DIR: dataDir, WORKERS: '3' });
    expect(server.output()).toContain(`Playground:       ${server.address}/graphql`);
    const pids = [server.pid, ...pidsOf(server)];
    expect(pids).toHaveLength(4);
    for (const pid of pids) process.kill(pid, 'SIGINT');
    expect(await server.ended).toBe(0);
    expect(server.output()).toMatch(/Closing: answering those who are waiting …\n$/);
    expect(alive(pids)).toEqual([]);
    expect(postgresOf(dataDir)).toBeUndefined();
  });

  test('while they start leave nothing running', async () => {
    const server = startProgram('main.js', [], { DATA_DIR: dataDir, WORKERS: '2', PORT: '0' });
    await expect.poll(() => workersOf(server).length, { timeout: 20_000, interval: 10 }).toBe(2);
    const pids = pidsOf(server);
    for (const pid of [server.pid, ...pids]) process.kill(pid, 'SIGINT');
    expect(await server.ended).toBe(130);
    expect(server.output()).toBe('Stopped.\n');
    expect(alive(pids)).toEqual([]);
    expect(postgresOf(dataDir)).toBeUndefined();
  });

  test('by the death of the process that started them end by themselves', async () => {
    const server = await startServer(given());
    const pids = pidsOf(server);
    expect(alive(pids)).toHaveLength(2);
    server.kill('SIGKILL');
    await expect.poll(() => alive(pids), { timeout: 5000 }).toEqual([]);
  });
});
