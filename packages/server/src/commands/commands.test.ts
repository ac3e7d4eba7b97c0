import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createPagedropClient } from '@pagedrop/sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bookEntry, couponEntry } from '#testing/data-entries.js';
import { endPrograms, postgresOf, runProgram, startServer, type Program } from '#testing/server-process.js';
import { newUsername } from '#testing/sessions.js';

// The commands beside a running server, which is where somebody in trouble needs them.

let dataDir: string;
let server: Program & { address: string };
beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'pagedrop-commands-'));
  server = await startServer({ DATA_DIR: dataDir });
});
afterAll(async () => {
  await endPrograms(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
});

const run = (command: string, args: readonly string[] = [], env: Record<string, string> = {}) =>
  runProgram(`commands/${command}.js`, args, { DATA_DIR: dataDir, ...env });

describe('verify', () => {
  test('says what it checked and that all holds, while the server runs', async () => {
    const { code, output } = await run('verify');
    expect(output).toMatch(/^Checked \d+ coupons and \d+ passes:\n( {2}ok {6}\S.+\n){8}Every invariant holds\.\n$/);
    expect(code).toBe(0);
  });
});

describe('sweep-covers', () => {
  test('says what there is to delete, and takes no flag that it does not know', async () => {
    expect(await run('sweep-covers')).toMatchObject({ code: 0, output: expect.stringMatching(/^There are 0 covers /) });
    expect(await run('sweep-covers', ['--all'])).toMatchObject({ code: 1, output: expect.stringMatching(/^Usage: /) });
  });
});

describe('load-data', () => {
  const write = (name: string, content: unknown) => {
    const file = path.join(dataDir, name);
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return file;
  };

  test('loads a file into the running server, once', async () => {
    const coupon = couponEntry();
    const file = write('drops.json', { books: [bookEntry([coupon])] });
    expect(await run('load-data', [file])).toEqual({
      code: 0,
      output: `Loaded 1 book and 1 coupon from ${file}; 0 entries were there already.\n`,
    });
    expect(await run('load-data', [file])).toEqual({
      code: 0,
      output: `Loaded 0 books and 0 coupons from ${file}; 2 entries were there already.\n`,
    });
    const { books } = await createPagedropClient({ url: `${server.address}/graphql` }).activeEventBooks();
    expect(books.flatMap(({ coupons }) => coupons).map(({ number }) => number)).toContain(coupon.number);
  });

  test('names what is wrong with a file', async () => {
    const file = write('broken.json', { books: [{ ...bookEntry(), title: 7 }] });
    expect(await run('load-data', [file])).toEqual({
      code: 1,
      output: `${file} has 1 mistake; nothing was loaded.\n  books[0].title: expected a text\n`,
    });
    const noJson = await run('load-data', [write('no.json', 'books: 무정')]);
    expect(noJson.code).toBe(1);
    expect(noJson.output).toMatch(/no\.json is not JSON; nothing was loaded\. .+\n$/);
  });

  test('says how it is used, and which file is not there', async () => {
    const usage = { code: 1, output: 'Usage: npm run load-data -- FILE\n' };
    expect(await run('load-data')).toEqual(usage);
    expect(await run('load-data', ['a.json', 'b.json'])).toEqual(usage);
    expect(await run('load-data', ['/nowhere/drops.json'])).toEqual({
      code: 1,
      output: 'Cannot read /nowhere/drops.json. Name a JSON file like packages/server/data/initial.json.\n',
    });
  });
});

describe('create-admin', () => {
  const client = () => createPagedropClient({ url: `${server.address}/graphql` });

  test('makes a staff account with the password that was given', async () => {
    const username = newUsername();
    const PASSWORD = 'a password of my own';
    expect(await run('create-admin', [username, '--role', 'OPERATOR'], { PASSWORD })).toEqual({
      code: 0,
      output: `Created ${username} (OPERATOR).\n`,
    });
    expect(await client().login(username, PASSWORD)).toMatchObject({ username, role: 'OPERATOR' });
    expect(await run('create-admin', [username], { PASSWORD })).toEqual({
      code: 1,
      output: 'This username is taken. Choose another one.\n',
    });
  });

  test('makes a password when none was given, and shows it', async () => {
    const username = newUsername();
    const { code, output } = await run('create-admin', [username]);
    expect(code).toBe(0);
    const password = /^Created \S+ \(ADMIN\)\. Password: (\S{16})\n$/.exec(output)?.[1] ?? '';
    expect(await client().login(username, password)).toMatchObject({ role: 'ADMIN' });
  });

  test.each([
    ['a short password', ['somebody'], 'short', /^A password has 8 to 128 characters\.\n$/],
    [
      'a common password',
      ['somebody'],
      'password',
      /^This password is among the most common ones\. Choose another\.\n$/,
    ],
    ['a name that cannot be', ['some body'], 'long enough', /^A username is made of letters, digits, _ and -\.\n$/],
    ['no name', [], 'long enough', /^Usage: npm run create-admin -- USERNAME \[--role/],
    ['two names', ['some', 'body'], 'long enough', /^Usage: /],
    ['a role that is none', ['somebody', '--role', 'ROOT'], 'long enough', /^Usage: /],
    ['the role of a reader', ['somebody', '--role', 'READER'], 'long enough', /^Usage: /],
    ['an option that is none', ['somebody', '--roll', 'ADMIN'], 'long enough', /^Usage: /],
  ])('refuses %s', async (_, args, PASSWORD, message) => {
    const { code, output } = await run('create-admin', args, { PASSWORD });
    expect(output).toMatch(message);
    expect(code).toBe(1);
  });
});

test('a command without a server starts PostgreSQL itself and stops it again', async () => {
  server.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  const { code, output } = await run('verify');
  expect(output).toContain('Every invariant holds.');
  expect(code).toBe(0);
  expect(postgresOf(dataDir)).toBeUndefined();
});
