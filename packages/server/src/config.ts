import { statSync } from 'node:fs';
import { isIP } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import type { TrustProxy } from '#platform/http/http-server.js';
import { StartupError } from '#platform/startup-error.js';
import type { S3Settings } from '#platform/storage/s3-store.js';

const wholeNumber = (min: number, max: number, example: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${min} to ${max}, for example ${example}`)
    .transform(Number)
    .refine((n) => n >= min && n <= max, `must be a whole number from ${min} to ${max}, for example ${example}`);

const switchable = z
  .enum(['on', 'off'], { error: 'must be "on" or "off"' })
  .transform((value) => value === 'on')
  .optional();

const environment = z.object({
  PORT: wholeNumber(0, 65_535, 4000).default(4000),
  HOST: z.string().min(1, 'must be an address to listen on, for example 127.0.0.1').default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/.+/, 'must be a PostgreSQL address like postgresql://user:password@host:5432/database')
    .refine(isDecodable, 'must be a PostgreSQL address like postgresql://user:password@host:5432/database')
    .optional(),
  DATABASE_POOL_MAX: wholeNumber(2, 500, 10).default(10),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\/.+/, 'must be a Redis address like redis://host:6379')
    .refine((url) => URL.canParse(url), 'must be a Redis address like redis://host:6379')
    .optional(),
  DATA_DIR: z.string().min(1, 'must be a folder').default('.data'),
  COVERS_S3_ENDPOINT: z
    .url({
      protocol: /^https?$/,
      error: 'must be the address of the storage without the bucket, like https://s3.example.com',
    })
    .refine((url) => /^[^?#@]+$/.test(url), 'must be an address alone, without user, password, ? or #')
    .optional(),
  COVERS_S3_REGION: z
    .string()
    .regex(/^[\w-]+$/, 'must be a region like eu-central-1, or auto')
    .optional(),
  COVERS_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket: 3 to 63 of a–z, 0–9, hyphen and dot')
    .optional(),
  COVERS_S3_ACCESS_KEY_ID: z.string().optional(),
  COVERS_S3_SECRET_ACCESS_KEY: z.string().optional(),
  JWT_SECRET: z
    .string()
    .refine(
      (value) => Buffer.byteLength(value) >= 32,
      'must be at least 32 bytes; make one with: openssl rand -base64 48',
    )
    .optional(),
  ISSUE_BATCH_MAX: wholeNumber(1, 5000, 500).default(500),
  ISSUE_QUEUE_MAX: wholeNumber(1, 1_000_000, 20_000).default(20_000),
  WORKERS: wholeNumber(1, 64, 4).default(1),
  CONNECTIONS_MAX: wholeNumber(1, 100_000, 10_000).default(10_000),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be one of fatal, error, warn, info, debug, trace, silent',
    })
    .default('info'),
  TRUST_PROXY: z
    .string()
    .refine(
      (value) => /^(true|false|\d{1,2})$/.test(value) || value.split(',').every((part) => isNetwork(part.trim())),
      'must be true, false, a number of proxies, or addresses like 10.0.0.0/8',
    )
    .default('false'),
  PLAYGROUND: switchable,
  INTROSPECTION: switchable,
});

/** The server's settings, parsed once at start-up. Units are in the names. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Undefined: PostgreSQL from npm runs under `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** Connections that one process holds at the most. */
  readonly databasePoolMax: number;
  /** Undefined: each server goes by itself. */
  readonly redisUrl: string | undefined;
  /** Absolute path. */
  readonly dataDir: string;
  /** Where uploaded covers are kept; undefined: in `dataDir`. */
  readonly coversS3: S3Settings | undefined;
  readonly jwtSecret: string | undefined;
  /** Claims in one transaction at the most; 1 is the row lock per request. */
  readonly issueBatchMax: number;
  /** Claims waiting in one process at the most; past it the answer is RetryLater. */
  readonly issueQueueMax: number;
  /** Processes that serve on the one port; 1 is this process alone. */
  readonly workers: number;
  /** Connections that one process holds open at the most; one more is closed at once. */
  readonly connectionsMax: number;
  readonly logLevel: z.infer<typeof environment>['LOG_LEVEL'];
  readonly trustProxy: TrustProxy;
  readonly playground: boolean;
  readonly introspection: boolean;
}

/**
 * Reads the settings from environment variables.
 * @throws StartupError naming every bad variable and what it should be.
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const { data, error } = environment.safeParse(given);
  if (!data) {
    const lines = error.issues.map(({ path: [name], message }) => `${String(name)} ${message}`);
    throw new StartupError([...new Set(lines)].join('\n'));
  }

  const embedded = data.DATABASE_URL === undefined;
  const dataDir = path.resolve(data.DATA_DIR);
  if (embedded && isFile(dataDir)) throw new StartupError(`DATA_DIR must be a folder; ${dataDir} is a file`);
  if (embedded) assertEmbeddedSuffices(data.WORKERS, data.DATABASE_POOL_MAX);

  return {
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL,
    databasePoolMax: data.DATABASE_POOL_MAX,
    redisUrl: data.REDIS_URL,
    dataDir,
    coversS3: coversS3Of(data),
    jwtSecret: data.JWT_SECRET,
    issueBatchMax: data.ISSUE_BATCH_MAX,
    issueQueueMax: data.ISSUE_QUEUE_MAX,
    workers: data.WORKERS,
    connectionsMax: data.CONNECTIONS_MAX,
    logLevel: data.LOG_LEVEL,
    trustProxy: parseTrustProxy(data.TRUST_PROXY),
    playground: data.PLAYGROUND ?? embedded,
    introspection: data.INTROSPECTION ?? embedded,
  };
}

const COVERS_S3 = [
  'COVERS_S3_ENDPOINT',
  'COVERS_S3_REGION',
  'COVERS_S3_BUCKET',
  'COVERS_S3_ACCESS_KEY_ID',
  'COVERS_S3_SECRET_ACCESS_KEY',
] as const;

/** All of them or none: half a storage would be found out by the first operator who uploads a cover. */
function coversS3Of(data: Pick<z.infer<typeof environment>, (typeof COVERS_S3)[number]>): S3Settings | undefined {
  const [endpoint, region, bucket, accessKeyId, secretAccessKey] = COVERS_S3.map((name) => data[name]);
  const missing = COVERS_S3.filter((name) => data[name] === undefined);
  if (missing.length === COVERS_S3.length) return undefined;
  if (!endpoint || !region || !bucket || !accessKeyId || !secretAccessKey) {
    throw new StartupError(
      `${missing.join(', ')} must be set too: covers go to S3-compatible storage when all five COVERS_S3_* are set, ` +
        'and to DATA_DIR when none is.',
    );
  }
  return { endpoint, region, bucket, accessKeyId, secretAccessKey };
}

function parseTrustProxy(value: string): TrustProxy {
  if (value === 'true' || value === 'false') return value === 'true';
  const proxies = Number(value);
  return Number.isInteger(proxies) ? (_address: string, hop: number) => hop < proxies : value;
}

/** Of its `max_connections` of 270, less one for `/readyz` per process, the primary's, the commands' and the superuser's. */
const EMBEDDED_CONNECTIONS = 180;

function assertEmbeddedSuffices(workers: number, poolMax: number): void {
  if (workers * poolMax <= EMBEDDED_CONNECTIONS) return;
  throw new StartupError(
    `WORKERS ${workers} with DATABASE_POOL_MAX ${poolMax} may want ${workers * poolMax} connections; the embedded PostgreSQL ` +
      `has ${EMBEDDED_CONNECTIONS} to give. Set DATABASE_POOL_MAX to ${Math.floor(EMBEDDED_CONNECTIONS / workers)}, or DATABASE_URL to a PostgreSQL with more.`,
  );
}

/** An IP address, or a network of them with its prefix. */
function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  const bits = version === 4 ? 32 : 128;
  return prefix === undefined || (/^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= bits);
}

/** `pg` decodes user and password and would fail with a stack where it cannot. */
function isDecodable(url: string): boolean {
  try {
    const { username, password, pathname } = new URL(url);
    return [username, password, pathname].every((part) => decodeURIComponent(part) !== undefined);
  } catch {
    return false;
  }
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
