import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { connect } from '#open-database.js';
import { migrate } from '#platform/database.js';
import { openEmbeddedPostgres } from '#platform/embedded-postgres.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a migrated, empty database that every test database is copied from. */
    templateUrl: string;
  }
}

/** One real PostgreSQL for the whole run: `TEST_DATABASE_URL` (a user who may create databases), otherwise the embedded one. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'pagedrop-test-'));
  const given = process.env['TEST_DATABASE_URL'];
  const postgres =
    given === undefined
      ? await openEmbeddedPostgres({ dataDir, purpose: 'the test suite', exclusive: true })
      : { url: given, stop: () => Promise.resolve() };

  const templateUrl = new URL(postgres.url);
  templateUrl.pathname = `/pagedrop_template_${process.pid}`;
  await administer(postgres.url, `create database ${templateUrl.pathname.slice(1)}`);
  const database = await connect({ url: templateUrl.href, poolMax: 2 });
  await migrate(database);
  await database.close();
  project.provide('templateUrl', templateUrl.href);

  return async () => {
    await administer(postgres.url, `drop database ${templateUrl.pathname.slice(1)}`);
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

async function administer(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}
