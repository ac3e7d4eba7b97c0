import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseConfig } from '#config.js';
import { jwtSecretOf } from '#jwt-secret.js';
import { StartupError } from '#platform/startup-error.js';

type Environment = Readonly<Record<string, string>>;

const SECRET = 'a secret of at least 32 bytes, made up';
const DATABASE_URL = 'postgresql://pagedrop:hunter2hunter2@db.internal:5432/pagedrop';

/** The sentence that a person gets to read. */
function refusal(env: Environment): string {
  try {
    parseConfig(env);
  } catch (error) {
    if (error instanceof StartupError) return error.message;
    throw error;
  }
  return '(accepted)';
}

test('nothing set: a server for this machine alone, with its own database, open to look at', () => {
  expect(parseConfig({})).toEqual({
    port: 4000,
    host: '127.0.0.1',
    databaseUrl: undefined,
    databasePoolMax: 10,
    dataDir: path.resolve('.data'),
    jwtSecret: undefined,
    issueBatchMax: 500,
    issueQueueMax: 20_000,
    workers: 1,
    connectionsMax: 10_000,
    logLevel: 'info',
    trustProxy: false,
    playground: true,
    introspection: true,
  });
});

test('a variable that is set to nothing is as good as unset', () => {
  const names = ['PORT', 'HOST', 'DATABASE_URL', 'DATA_DIR', 'JWT_SECRET', 'LOG_LEVEL', 'TRUST_PROXY', 'PLAYGROUND'];
  expect(parseConfig(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(parseConfig({}));
});

test.each<[Environment, object]>([
  [{ PORT: '0' }, { port: 0 }],
  [{ PORT: '65535' }, { port: 65_535 }],
  [{ HOST: '::' }, { host: '::' }],
  [{ DATABASE_POOL_MAX: '2' }, { databasePoolMax: 2 }],
  [{ REDIS_URL: 'redis://cache:6379' }, { redisUrl: 'redis://cache:6379' }],
  [{ DATA_DIR: '/srv/pagedrop' }, { dataDir: path.resolve('/srv/pagedrop') }],
  [{ JWT_SECRET: SECRET }, { jwtSecret: SECRET }],
  [{ JWT_SECRET: '가'.repeat(11) }, { jwtSecret: '가'.repeat(11) }], // 33 bytes
  [{ ISSUE_BATCH_MAX: '1' }, { issueBatchMax: 1 }],
  [{ ISSUE_QUEUE_MAX: '1000000' }, { issueQueueMax: 1_000_000 }],
  [{ WORKERS: '18' }, { workers: 18 }],
  [{ WORKERS: '64', DATABASE_URL }, { workers: 64 }],
  [{ DATABASE_POOL_MAX: '500', DATABASE_URL }, { databasePoolMax: 500 }],
  [{ CONNECTIONS_MAX: '1' }, { connectionsMax: 1 }],
  [{ LOG_LEVEL: 'silent' }, { logLevel: 'silent' }],
  [{ TRUST_PROXY: 'true' }, { trustProxy: true }],
  [{ TRUST_PROXY: '10.0.0.0/8, ::1' }, { trustProxy: '10.0.0.0/8, ::1' }],
  [
    { PLAYGROUND: 'off', INTROSPECTION: 'off' },
    { playground: false, introspection: false },
  ],
])('takes %o', (env, expected) => {
  expect(parseConfig(env)).toMatchObject(expected);
});

test('TRUST_PROXY as a number believes so many proxies, counted from us', () => {
  const { trustProxy } = parseConfig({ TRUST_PROXY: '2' });
  if (typeof trustProxy !== 'function') throw new Error('expected a function of the hop');
  expect([0, 1, 2].map((hop) => trustProxy('192.0.2.1', hop))).toEqual([true, true, false]);
});

const number = (min: number, max: number, example: number) =>
  `must be a whole number from ${min} to ${max}, for example ${example}`;
const postgres = 'must be a PostgreSQL address like postgresql://user:password@host:5432/database';
const proxies = 'must be true, false, a number of proxies, or addresses like 10.0.0.0/8';

test.each([
  ['PORT', 'abc', number(0, 65_535, 4000)],
  ['PORT', '65536', number(0, 65_535, 4000)],
  ['PORT', '-1', number(0, 65_535, 4000)],
  ['PORT', '40.5', number(0, 65_535, 4000)],
  ['PORT', '0x10', number(0, 65_535, 4000)],
  ['PORT', '9'.repeat(50), number(0, 65_535, 4000)],
  ['DATABASE_URL', 'localhost:5432', postgres],
  ['DATABASE_URL', 'mysql://localhost/pagedrop', postgres],
  ['DATABASE_URL', 'postgresql://', postgres],
  ['DATABASE_URL', 'postgresql://me:100%zz@host/pagedrop', postgres],
  ['DATABASE_URL', 'postgresql://host:notaport/pagedrop', postgres],
  ['REDIS_URL', 'cache:6379', 'must be a Redis address like redis://host:6379'],
  ['DATABASE_POOL_MAX', '1', number(2, 500, 10)],
  ['JWT_SECRET', 'secret', 'must be at least 32 bytes; make one with: openssl rand -base64 48'],
  ['JWT_SECRET', 'x'.repeat(31), 'must be at least 32 bytes; make one with: openssl rand -base64 48'],
  ['ISSUE_BATCH_MAX', '0', number(1, 5000, 500)],
  ['ISSUE_BATCH_MAX', '5001', number(1, 5000, 500)],
  ['ISSUE_QUEUE_MAX', '1e4', number(1, 1_000_000, 20_000)],
  ['WORKERS', '0', number(1, 64, 4)],
  ['WORKERS', '65', number(1, 64, 4)],
  ['WORKERS', 'auto', number(1, 64, 4)],
  ['CONNECTIONS_MAX', '0', number(1, 100_000, 10_000)],
  ['LOG_LEVEL', 'verbose', 'must be one of fatal, error, warn, info, debug, trace, silent'],
  ['TRUST_PROXY', 'yes', proxies],
  ['TRUST_PROXY', 'cafe', proxies],
  ['TRUST_PROXY', '10.0.0.0/99', proxies],
  ['TRUST_PROXY', '10.0.0.0/8,', proxies],
  ['PLAYGROUND', 'true', 'must be "on" or "off"'],
  ['INTROSPECTION', '1', 'must be "on" or "off"'],
])('refuses %s=%s and says what it should be', (name, value, sentence) => {
  expect(refusal({ [name]: value })).toBe(`${name} ${sentence}`);
});

test('names every bad variable, each on its line', () => {
  expect(refusal({ PORT: 'abc', LOG_LEVEL: 'loud', PLAYGROUND: 'maybe' }).split('\n')).toEqual([
    expect.stringMatching(/^PORT must be/),
    expect.stringMatching(/^LOG_LEVEL must be/),
    expect.stringMatching(/^PLAYGROUND must be/),
  ]);
});

describe('storage for covers', () => {
  const s3 = {
    COVERS_S3_ENDPOINT: 'https://s3.eu-central-1.amazonaws.com',
    COVERS_S3_REGION: 'eu-central-1',
    COVERS_S3_BUCKET: 'pagedrop-covers',
    COVERS_S3_ACCESS_KEY_ID: 'AKIA',
    COVERS_S3_SECRET_ACCESS_KEY: 'hunter2',
  };

  test('is the data folder, or a bucket when all five are set', () => {
    expect(parseConfig({}).coversS3).toBeUndefined();
    expect(parseConfig(s3).coversS3).toEqual({
      endpoint: 'https://s3.eu-central-1.amazonaws.com',
      region: 'eu-central-1',
      bucket: 'pagedrop-covers',
      accessKeyId: 'AKIA',
      secretAccessKey: 'hunter2',
    });
  });

  test('is never half a bucket', () => {
    const some = { ...s3, COVERS_S3_BUCKET: '', COVERS_S3_SECRET_ACCESS_KEY: '' };
    expect(refusal(some)).toMatch(/^COVERS_S3_BUCKET, COVERS_S3_SECRET_ACCESS_KEY must be set too: /);
    for (const name of Object.keys(s3)) expect(refusal({ ...s3, [name]: '' })).toMatch(`${name} must be set too`);
  });

  test.each([
    ['COVERS_S3_ENDPOINT', 's3.example.com', 'must be the address of the storage without the bucket'],
    ['COVERS_S3_ENDPOINT', 'ftp://s3.example.com', 'must be the address of the storage without the bucket'],
    ['COVERS_S3_ENDPOINT', 'https://user:hunter2@s3.example.com', 'must be an address alone'],
    ['COVERS_S3_REGION', 'eu central', 'must be a region like'],
    ['COVERS_S3_BUCKET', 'covers/of/books', 'must be the name of a bucket'],
  ])('refuses %s=%s, and shows no secret', (name, value, sentence) => {
    expect(refusal({ ...s3, [name]: value })).toContain(`${name} ${sentence}`);
    expect(refusal({ ...s3, [name]: value })).not.toContain('hunter2');
  });
});

describe('a database of your own', () => {
  test('needs a secret, because every server must have the same', () => {
    expect(() => jwtSecretOf(parseConfig({ DATABASE_URL }))).toThrow(
      'JWT_SECRET is needed when DATABASE_URL is set, the same on every server: make one with: openssl rand -base64 48',
    );
  });

  test('closes playground and introspection until they are switched on', () => {
    const env = { DATABASE_URL, JWT_SECRET: SECRET };
    expect(parseConfig(env)).toMatchObject({ databaseUrl: DATABASE_URL, playground: false, introspection: false });
    expect(parseConfig({ ...env, PLAYGROUND: 'on', INTROSPECTION: 'on' })).toMatchObject({
      playground: true,
      introspection: true,
    });
  });
});

test('more workers than the embedded database has connections for are refused, with a number that would do', () => {
  expect(refusal({ WORKERS: '18' })).toBe('(accepted)');
  expect(refusal({ WORKERS: '19' })).toBe(
    'WORKERS 19 with DATABASE_POOL_MAX 10 may want 190 connections; the embedded PostgreSQL has 180 to give. ' +
      'Set DATABASE_POOL_MAX to 9, or DATABASE_URL to a PostgreSQL with more.',
  );
  expect(refusal({ WORKERS: '19', DATABASE_POOL_MAX: '9' })).toBe('(accepted)');
  expect(refusal({ WORKERS: '64', DATABASE_POOL_MAX: '2' })).toBe('(accepted)');
  expect(refusal({ DATABASE_POOL_MAX: '180' })).toBe('(accepted)');
  expect(refusal({ DATABASE_POOL_MAX: '181' })).toContain('Set DATABASE_POOL_MAX to 180, or DATABASE_URL');
});

test('a DATA_DIR that is a file is refused by name', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pagedrop-config-'));
  const file = path.join(folder, 'file');
  writeFileSync(file, '');
  expect(refusal({ DATA_DIR: file })).toBe(`DATA_DIR must be a folder; ${file} is a file`);
  rmSync(folder, { recursive: true });
});

test.each<Environment>([
  { JWT_SECRET: 'short-and-secret' },
  { JWT_SECRET: 'short-and-secret', DATABASE_URL },
  { DATABASE_URL: DATABASE_URL.replace('5432', 'port') },
  { DATABASE_URL, JWT_SECRET: SECRET, PORT: 'abc' },
])('no refusal repeats a secret: %#', (env) => {
  expect(refusal(env)).not.toMatch(/short-and-secret|hunter2|made up/);
});
