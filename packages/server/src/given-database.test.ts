import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { openEmbeddedPostgres } from '#platform/embedded-postgres.js';
import { freePort } from '#platform/free-port.js';
import { runPostgresTool } from '#platform/postgres-binaries.js';
import { endPrograms, runProgram, startServer } from '#testing/server-process.js';
import { createTestDatabase, type TestDatabase } from '#testing/test-database.js';

const JWT_SECRET = 'a secret of at least 32 bytes, made up';

let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'pagedrop-given-'));
});
afterEach(() => endPrograms(dataDir));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

describe('a DATABASE_URL that lacks migrations', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await database.pool.query('drop schema public cascade; create schema public');
  });
  afterAll(() => database.close());

  test('is refused until npm run migrate has been there', async () => {
    const env = { DATABASE_URL: database.url, JWT_SECRET, PORT: '0' };
    const refused = {
      code: 1,
      output:
        'The database lacks 3 migrations of this version: 001-drops, 002-rehearsals, 003-admin. Back it up, then run: npm run migrate\n',
    };
    expect(await runProgram('main.js', [], env)).toEqual(refused);
    expect(await runProgram('commands/verify.js', [], env)).toEqual(refused);

    const { DATABASE_URL } = env; // to migrate, nobody needs to know the secret
    expect(await runProgram('commands/migrate.js', [], { DATABASE_URL })).toEqual({
      code: 0,
      output: 'Migrated: 001-drops, 002-rehearsals, 003-admin\n',
    });
    expect(await runProgram('commands/migrate.js', [], env)).toEqual({ code: 0, output: 'Nothing to migrate.\n' });

    const server = await startServer(env);
    expect(server.output()).not.toMatch(/Administrator|Playground/);
    expect((await fetch(`${server.address}/readyz`)).status).toBe(200);
    expect((await fetch(`${server.address}/graphql`, { headers: { accept: 'text/html' } })).status).toBe(405);
    server.kill('SIGTERM');
    expect(await server.ended).toBe(0);
  });
});

describe('a DATABASE_URL that leads nowhere', () => {
  const refusal = async (change: (url: URL) => void) => {
    const url = new URL(inject('templateUrl'));
    change(url);
    return runProgram('main.js', [], { DATABASE_URL: url.href, JWT_SECRET });
  };
  const sentence = (name: string, host: string, reason: string) => ({
    code: 1,
    output:
      `Cannot reach the database ${name} at ${host} (${reason}). ` +
      'Check DATABASE_URL, and that PostgreSQL runs and lets this user in.\n',
  });

  test('makes no database of a mistyped name', async () => {
    const { host } = new URL(inject('templateUrl'));
    const refused = sentence('pagedorp', host, 'it does not exist');
    expect(await refusal((url) => (url.pathname = '/pagedorp'))).toEqual(refused);
    expect(await refusal((url) => (url.pathname = '/pagedorp'))).toEqual(refused);
  });

  test('says that the password is wrong without repeating it', async () => {
    const { host, pathname } = new URL(inject('templateUrl'));
    expect(await refusal((url) => (url.password = 'hunter2'))).toEqual(
      sentence(pathname.slice(1), host, 'user or password is wrong'),
    );
  });

  test('says that there is no such host', async () => {
    expect(await refusal((url) => (url.host = 'no-such-host.invalid:5432'))).toMatchObject({
      code: 1,
      output: expect.stringMatching(/ at no-such-host\.invalid:5432 \(.+\)\. Check DATABASE_URL/),
    });
  });
});

describe('a database that does not write to disk before it says so', () => {
  test.each(['fsync', 'synchronous_commit', 'full_page_writes'])('is refused: %s is off', async (setting) => {
    const postgres = await openEmbeddedPostgres({ dataDir, purpose: 'a test', exclusive: true });
    await postgres.stop();
    const folder = path.join(dataDir, 'postgres');
    const port = await freePort();
    const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c ${setting}=off`;
    const log = path.join(dataDir, 'postgres.log');
    const args = ['start', '-D', folder, '-w', '-l', log, '-o', settings];
    const { status } = await runPostgresTool('pg_ctl', args, { folder, file: log });
    expect(status).toBe(0);

    const given = new URL(postgres.url);
    given.port = String(port);
    expect(await runProgram('main.js', [], { DATABASE_URL: given.href, JWT_SECRET })).toEqual({
      code: 1,
      output: `The database runs with ${setting} off: a pass that a reader was told about could be lost. Turn it on.\n`,
    });
  });
});
