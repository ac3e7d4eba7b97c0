import { connect } from '@pagedrop/server/open-database.js';
import { migrate } from '@pagedrop/server/platform/database.js';
import { openEmbeddedPostgres } from '@pagedrop/server/platform/embedded-postgres.js';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { seed, type Population } from '#bench/database/seed.js';

/** One PostgreSQL for all variants, each with a database of its own in it: what one does is not counted as another's. */
export interface BenchDatabase {
  /** "PostgreSQL 18.4" */
  readonly version: string;
  /** Its first process; the others are below it. */
  readonly pid: number;
  /** The readers, the same in every database. */
  readonly readerIds: readonly string[];
  /** A copy of the migrated and seeded database. */
  createCopy(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** Starts PostgreSQL from npm, with everything that makes COMMIT durable on, in a folder that is thrown away. */
export async function startBenchDatabase(dataDir: string, population: Population): Promise<BenchDatabase> {
  const postgres = await openEmbeddedPostgres({ dataDir, purpose: 'npm run bench', exclusive: true });
  try {
    // Nobody may be connected to what is copied: this one is closed before the first copy is made.
    const database = await connect({ url: postgres.url, poolMax: 2 });
    try {
      await migrate(database);
    } finally {
      await database.close();
    }
    const { readerIds, version } = await onConnection(postgres.url, async (client) => ({
      readerIds: await seed(client, population),
      version: String((await client.query<{ v: string }>(`select current_setting('server_version') as v`)).rows[0]?.v),
    }));
    return {
      version: `PostgreSQL ${version}`,
      pid: Number(readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'latin1').split('\n')[0]),
      readerIds,
      async createCopy(name) {
        const copy = new URL(postgres.url);
        const template = copy.pathname.slice(1);
        const neutral = new URL(postgres.url);
        neutral.pathname = '/postgres';
        copy.pathname = `/${name}`;
        await onConnection(neutral.href, (client) => client.query(`create database ${name} template ${template}`));
        return copy.href;
      },
      stop: () => postgres.stop(),
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

export async function onConnection<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined); // the statement under way says so
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
