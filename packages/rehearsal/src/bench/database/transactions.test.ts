import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client, Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBenchDatabase, type BenchDatabase } from '#bench/database/bench-database.js';
import { startCountingTransactions } from '#bench/database/transactions.js';

let folder: string;
let database: BenchDatabase;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pagedrop-test-'));
  database = await startBenchDatabase(folder, { readers: 10 });
});
afterAll(async () => {
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A database with a bench's connection, and a server's pool that has been used before. */
async function open(name: string) {
  const url = await database.createCopy(name);
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  // Autovacuum works in transactions too; here only those that the test makes are to be there.
  await client.query('alter table "user" set (autovacuum_enabled = off)');
  const pool = new Pool({ connectionString: url, max: 3, idleTimeoutMillis: 0 });
  pool.on('error', () => undefined);
  const use = (times: number) => Promise.all(Array.from({ length: times }, () => pool.query('select 1')));
  await use(3);
  return { client, pool, use, close: () => Promise.all([client.end(), pool.end()]) };
}

describe('startCountingTransactions', () => {
  it('counts what others did in this database, to the last one, and nothing of its own', async () => {
    const { client, pool, use, close } = await open('counted');
    const another = await open('another');
    const counted = await startCountingTransactions(client, { idleSince: performance.now(), patiently: true });
    await use(40);
    await another.use(20);
    const session = await pool.connect();
    for (const statement of ['begin', 'select 1', 'select 2', 'commit', 'begin', 'rollback']) {
      await session.query(statement);
    }
    session.release();
    expect(await counted()).toBe(42);
    await use(3); // the pool bears having lost its sessions
    await Promise.all([close(), another.close()]);
  });
});
