import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createPagedropClient } from '@pagedrop/sdk';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { freePort } from '#platform/free-port.js';
import { endPrograms, postgresOf, runProgram, startProgram, startServer } from '#testing/server-process.js';
import { newUsername } from '#testing/sessions.js';

// The built server as a person runs it. The tests of the first block follow one data folder through its life.

let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'pagedrop-start-'));
});
afterEach(() => endPrograms(dataDir));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const start = () => startServer({ DATA_DIR: dataDir });
const clientOf = ({ address }: { address: string }) => createPagedropClient({ url: `${address}/graphql` });

/** Somebody else's program on a port of this machine. */
async function occupyPort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return { port: String(typeof address === 'object' ? address?.port : ''), free: () => server.close() };
}

describe('npm start', () => {
  const reader = newUsername();
  let administrator: { username: string; password: string };

  test('on a port that is taken says so and stops its PostgreSQL, but shows the password of the account it made', async () => {
    const { port, free } = await occupyPort();
    const { code, output } = await runProgram('main.js', [], { DATA_DIR: dataDir, PORT: port });
    free();
    expect(code).toBe(1);
    expect(output).toContain(
      `PORT ${port} is in use by another program. Stop that one, or set PORT to another number.`,
    );
    expect(output).not.toMatch(/^ +at /m);
    expect(postgresOf(dataDir)).toBeUndefined();
    const [, username = '', password = ''] =
      /^Administrator: +(\S+) \/ (\S+) +\(shown this once\)$/m.exec(output) ?? [];
    administrator = { username, password };
    expect(password).toMatch(/^[\w-]{16}$/);
  });

  test('serves the initial books, and the password works but is not shown again', async () => {
    const server = await start();
    const client = clientOf(server);
    expect((await client.activeEventBooks()).books.length).toBeGreaterThan(3);
    expect(await client.login(administrator.username, administrator.password)).toMatchObject({ role: 'ADMIN' });
    await client.register(reader, 'correct horse battery staple');
    expect(await client.downloadCoupon('MUJEONG-1000')).toMatchObject({ __typename: 'UserCoupon', sequence: 37 });
    expect(server.output()).not.toContain('Administrator');
    expect(server.output()).toContain(`Admin:            ${server.address}/admin`);
    expect(server.output()).toContain(`Playground:       ${server.address}/graphql`);

    server.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(postgresOf(dataDir)).toBeUndefined();
  });

  test('keeps everything over a restart', async () => {
    const client = clientOf(await start());
    await client.login(reader, 'correct horse battery staple');
    expect(await client.downloadCoupon('MUJEONG-1000')).toMatchObject({ sequence: 37, alreadyIssued: true });
  });

  test('a second time on the same data names who has it, and the first goes on', async () => {
    const first = await start();
    const { code, output } = await runProgram('main.js', [], { DATA_DIR: dataDir, PORT: '0' });
    expect({ code, output }).toEqual({
      code: 1,
      output:
        `The data in ${dataDir} is in use by npm start (process ${first.pid}). ` +
        'Stop that one first, or set DATA_DIR to another folder.\n',
    });
    expect((await clientOf(first).activeEventBooks()).books.length).toBeGreaterThan(3);
  });

  test('after a kill joins the PostgreSQL that was left behind, and stops it at the end', async () => {
    const killed = await start();
    const postgres = postgresOf(dataDir);
    killed.kill('SIGKILL');
    await killed.ended;
    expect(postgresOf(dataDir)).toBe(postgres);

    const next = await start();
    expect(postgresOf(dataDir)).toBe(postgres);
    next.kill('SIGINT');
    expect(await next.ended).toBe(0);
    expect(postgresOf(dataDir)).toBeUndefined();
  });

  test.each(['of a program that is no PostgreSQL', 'of another PostgreSQL'])(
    'is not kept from its data by a pid file with the number %s',
    async (whose) => {
      const other = spawn('sleep', ['60'], { stdio: 'ignore' });
      const template = new Client({ connectionString: inject('templateUrl').replace(/[^/]+$/, 'postgres') });
      await template.connect();
      const { rows } = await template.query<{ pid: number }>('select pg_backend_pid() as pid');
      const pid = whose === 'of another PostgreSQL' ? rows[0]?.pid : other.pid;
      const file = path.join(dataDir, 'postgres/postmaster.pid');
      writeFileSync(file, `${pid}\n${dataDir}/postgres\n1700000000\n${await freePort()}\n\n127.0.0.1\n`);
      try {
        expect((await clientOf(await start()).activeEventBooks()).books.length).toBeGreaterThan(3);
      } finally {
        if (postgresOf(dataDir) === pid) rmSync(file); // it names somebody whom nobody shall end
        other.kill();
        await template.end();
      }
    },
  );

  test('asked to stop twice stops once, in order', async () => {
    const server = await start();
    server.kill('SIGINT');
    server.kill('SIGINT');
    server.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(postgresOf(dataDir)).toBeUndefined();
  });
});

describe('a setting that cannot be', () => {
  const url = 'postgresql://pagedrop:hunter2hunter2@127.0.0.1:1/pagedrop';
  const JWT_SECRET = 'a secret of at least 32 bytes, made up';

  test.each<[Record<string, string>, string]>([
    [{ PORT: 'abc' }, 'PORT must be a whole number from 0 to 65535, for example 4000'],
    [{ JWT_SECRET: 'weak' }, 'JWT_SECRET must be at least 32 bytes; make one with: openssl rand -base64 48'],
    [
      { DATABASE_URL: url },
      'JWT_SECRET is needed when DATABASE_URL is set, the same on every server: make one with: openssl rand -base64 48',
    ],
    [
      { DATABASE_URL: url, JWT_SECRET },
      'Cannot reach the database pagedrop at 127.0.0.1:1 (nothing listens there). Check DATABASE_URL, and that PostgreSQL runs and lets this user in.',
    ],
    [{ DATA_DIR: import.meta.filename }, `DATA_DIR must be a folder; ${import.meta.filename} is a file`],
    [
      { DATA_DIR: `${import.meta.filename}/below` },
      `DATA_DIR ${import.meta.filename}/below cannot be written to (ENOTDIR): choose a folder that can.`,
    ],
  ])('%o: one sentence, and the end', async (env, sentence) => {
    expect(await runProgram('main.js', [], env)).toEqual({ code: 1, output: `${sentence}\n` });
  });

  test('an address that is not of this machine', async () => {
    const { code, output } = await runProgram('main.js', [], { DATA_DIR: dataDir, HOST: '192.0.2.1' });
    expect({ code, output }).toEqual({
      code: 1,
      output:
        'HOST 192.0.2.1 is no address of this machine. Take 127.0.0.1 for this machine only, or 0.0.0.0 for all.\n',
    });
    expect(postgresOf(dataDir)).toBeUndefined();
  });
});

test('the embedded PostgreSQL that ends under a running server takes nothing else with it', async () => {
  const server = startProgram('main.js', [], { DATA_DIR: dataDir, PORT: await freePort().then(String) });
  await expect.poll(() => server.output(), { timeout: 20_000 }).toContain('Pagedrop is open');
  const address = /http:\S+/.exec(server.output())?.[0] ?? '';
  process.kill(postgresOf(dataDir) ?? 0, 'SIGINT');
  await expect.poll(() => postgresOf(dataDir), { timeout: 10_000 }).toBeUndefined();
  expect((await fetch(`${address}/livez`)).status).toBe(200);
  expect((await fetch(`${address}/readyz`)).status).toBe(503);
  server.kill('SIGTERM');
  expect(await server.ended).toBe(0);
});
