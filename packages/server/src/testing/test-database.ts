import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { connect } from '#open-database.js';
import type { Database } from '#platform/database.js';

export interface TestDatabase extends Database {
  readonly url: string;
}

/** A database of the test file's own, migrated and empty; `close` drops it. */
export async function createTestDatabase(options: { poolMax?: number } = {}): Promise<TestDatabase> {
  const templateUrl = new URL(inject('templateUrl'));
  const template = templateUrl.pathname.slice(1);
  const name = `pagedrop_test_${randomBytes(6).toString('hex')}`;
  await administer(templateUrl, `create database ${name} template ${template}`);

  const url = new URL(templateUrl);
  url.pathname = `/${name}`;
  const { poolMax = 10 } = options;
  const database = await connect({ url: url.href, poolMax });
  return {
    ...database,
    url: url.href,
    async close() {
      await database.close();
      await administer(templateUrl, `drop database ${name} with (force)`);
    },
  };
}

/** From the maintenance database, because nobody may be in a template while it is copied. */
async function administer(templateUrl: URL, sql: string): Promise<void> {
  const url = new URL(templateUrl);
  url.pathname = '/postgres';
  const client = new Client({ connectionString: url.href });
  await client.connect();
  await client.query(sql);
  await client.end();
}
