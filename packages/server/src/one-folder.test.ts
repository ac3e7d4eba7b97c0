import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openEmbeddedPostgres } from '#platform/embedded-postgres.js';
import { endPrograms, postgresOf, runProgram, startProgram, startServer } from '#testing/server-process.js';

// Several programs on one data folder, and programs that are stopped before they are done.

let dataDir: string;
const newFolder = () => mkdtempSync(path.join(tmpdir(), 'pagedrop-folder-'));
beforeAll(() => {
  dataDir = newFolder();
});
afterEach(() => endPrograms(dataDir));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const join = () => openEmbeddedPostgres({ dataDir, purpose: 'a test', exclusive: false });
const isOpen = (output: string) => output.includes('Pagedrop is open');

async function connect(): Promise<{ client: Client; leave: () => Promise<void> }> {
  const { url, stop } = await join();
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return { client, leave: () => client.end().then(stop) };
}

describe('of servers that start at once', () => {
  test.each(['on a new folder', 'on its data', 'on its data, again'])(
    'one opens and the others name it: %s',
    async () => {
      const servers = [1, 2, 3].map(() => startProgram('main.js', [], { DATA_DIR: dataDir, PORT: '0' }));
      const winner = await Promise.race(
        servers.map(async (server) => {
          await expect.poll(() => isOpen(server.output()), { timeout: 25_000 }).toBe(true);
          return server;
        }),
      );
      for (const server of servers.filter((server) => server !== winner)) {
        expect(await server.ended).toBe(1);
        expect(server.output()).toMatch(`The data in ${dataDir} is in use by npm start (process ${winner.pid}). Stop`);
      }
      expect(readdirSync(dataDir).filter((name) => name.includes('unfinished'))).toEqual([]);
      winner.kill('SIGTERM');
      expect(await winner.ended).toBe(0);
      expect(postgresOf(dataDir)).toBeUndefined();
    },
  );
});

test('a server whose PostgreSQL recovered from a crash still owns its data', async () => {
  const server = await startServer({ DATA_DIR: dataDir });
  const { client, leave } = await connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  process.kill(rows[0]?.pid ?? 0, 'SIGKILL'); // upon which PostgreSQL ends every connection and recovers
  await leave();
  await expect
    .poll(() => fetch(`${server.address}/readyz`).then(({ status }) => status), { timeout: 20_000 })
    .toBe(200);

  const second = await runProgram('main.js', [], { DATA_DIR: dataDir, PORT: '0' });
  expect(second.output).toContain(`is in use by npm start (process ${server.pid})`);
  expect((await fetch(`${server.address}/readyz`)).status).toBe(200);
});

describe('the last one out stops PostgreSQL', () => {
  test('a command that started it leaves it to a server that came later', async () => {
    const command = await join();
    const server = await startServer({ DATA_DIR: dataDir });
    await command.stop();
    expect((await fetch(`${server.address}/readyz`)).status).toBe(200);
    server.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(postgresOf(dataDir)).toBeUndefined();
  });

  test('a server leaves it to a command that is not done', async () => {
    const server = await startServer({ DATA_DIR: dataDir });
    const { client, leave } = await connect();
    server.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect((await client.query('select 1')).rowCount).toBe(1);
    await leave();
    expect(postgresOf(dataDir)).toBeUndefined();
  });
});

describe('told to stop', () => {
  test.each([
    ['the server', 'main.js', 'while it makes its folder', () => !existsSync(path.join(dataDir, 'postgres-password'))],
    ['the server', 'main.js', 'while PostgreSQL starts', () => postgresOf(dataDir) === undefined],
    ['a command', 'commands/verify.js', 'while PostgreSQL starts', () => postgresOf(dataDir) === undefined],
  ])('%s (%s) ends %s and leaves nothing running', async (_, file, when, notYet) => {
    if (when.includes('folder')) rmSync(dataDir, { recursive: true });
    const program = startProgram(file, [], { DATA_DIR: dataDir, PORT: '0' });
    await expect.poll(notYet, { timeout: 20_000, interval: 5 }).toBe(false);
    program.kill('SIGINT');
    expect(await program.ended).toBe(130);
    expect(program.output()).toBe(file === 'main.js' ? 'Stopped.\n' : '');
    expect(postgresOf(dataDir)).toBeUndefined();
  });

  /** Runs `npm run verify` until it waits for a table that another transaction holds. */
  async function startWaitingCommand() {
    await runProgram('commands/verify.js', [], { DATA_DIR: dataDir });
    const { client, leave } = await connect();
    await client.query('begin; lock table coupon in access exclusive mode');
    const command = startProgram('commands/verify.js', [], { DATA_DIR: dataDir });
    const waiting = 'select pid from pg_locks where not granted';
    await expect.poll(() => client.query(waiting).then(({ rowCount }) => rowCount), { timeout: 20_000 }).toBe(1);
    return { command, client, waiting, leave };
  }

  test('a command in the middle of its work ends at once, and others keep PostgreSQL', async () => {
    const { command, client, leave } = await startWaitingCommand();
    command.kill('SIGINT');
    expect(await command.ended).toBe(130);
    expect((await client.query('select 1')).rowCount).toBe(1);
    await leave();
    expect(postgresOf(dataDir)).toBeUndefined();
  });

  test('a server that cannot end in time stops PostgreSQL all the same', async () => {
    const server = await startServer({ DATA_DIR: dataDir });
    const socket = createConnection(Number(new URL(server.address).port), '127.0.0.1');
    socket.write('POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{'); // and no more
    await expect.poll(() => fetch(`${server.address}/livez`).then(({ ok }) => ok)).toBe(true);
    server.kill('SIGTERM');
    expect(await server.ended).toBe(130);
    expect(server.output()).toContain('Not done within 15 s; ending now.');
    expect(postgresOf(dataDir)).toBeUndefined();
    socket.destroy();
  });

  test('a command whose database goes away says so in a sentence', async () => {
    const { command, client, waiting } = await startWaitingCommand();
    await client.query(`select pg_terminate_backend(pid) from (${waiting})`);
    expect(await command.ended).toBe(1);
    expect(command.output()).toBe(
      'The database went away before the work was done (57P01). Run it again when the database is back.\n',
    );
    await client.end();
  });
});

/** A checkout below a folder that only root may enter has nothing to show to `nobody` in the first place. */
const nobodyIsLetIn =
  process.getuid?.() === 0 &&
  spawnSync('/bin/sh', ['-c', 'test -x "$0"', import.meta.dirname], { uid: 65_534, gid: 65_534, cwd: '/' }).status ===
    0;

describe.runIf(nobodyIsLetIn)('as root where there are no user namespaces', () => {
  const run = (folder: string) => runProgram('commands/verify.js', [], { DATA_DIR: folder, PATH: '/nowhere' });

  test('gives nobody what PostgreSQL needs, and no more', async () => {
    const folder = newFolder();
    expect(await run(folder)).toMatchObject({ code: 0, output: expect.stringContaining('Every invariant holds.') });
    const owners = readdirSync(folder).map((name) => [name, statSync(path.join(folder, name)).uid]);
    expect(statSync(folder).uid).toBe(0);
    expect(Object.fromEntries(owners)).toMatchObject({ postgres: 65_534, 'postgres.log': 65_534, 'turn.lock': 0 });
    rmSync(folder, { recursive: true });
  });

  test('says what nobody cannot reach', async () => {
    const folder = newFolder(); // which its owner alone may enter
    const { code, output } = await run(path.join(folder, 'data'));
    expect(code).toBe(1);
    expect(output).toMatch(
      /^PostgreSQL does not run as root, and the user nobody, .+ cannot reach \S+\. Run Pagedrop as .+\n$/,
    );
    expect(output).toContain(folder);
    rmSync(folder, { recursive: true });
  });
});
