import type { Pool } from 'pg';
import { MikroORM, type EntityManager, type Options } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import { PublicError } from '#platform/errors.js';
import { releaseLost } from '#platform/release-lost.js';
import { StartupError } from '#platform/startup-error.js';
import { sqlState } from '#platform/sql-state.js';

/** One database: the ORM for the ordinary, and the same connections bare for the statements that are counted. */
export interface Database {
  /** Its address, password included: for processes of ours, never for a log. */
  readonly url: string;
  readonly orm: MikroORM;
  /** A fresh unit of work; make one per request. */
  fork(): EntityManager;
  /** The pool beneath the ORM. Timestamps come out of it as strings, as PostgreSQL writes them. */
  readonly pool: Pool;
  /**
   * For whatever can be asked for without limit: passes and refusals must not wait behind it.
   * @throws PublicError SERVICE_UNAVAILABLE when many wait for a connection
   */
  assertRoom(): void;
  close(): Promise<void>;
}

/** Who waits for a connection, at the most, when something that can wait asks for one. */
export const WAITING_MAX = 100;

export interface DatabaseOptions extends Pick<Options, 'entities'> {
  readonly url: string;
  readonly poolMax: number;
  /** How long an answer is waited for before the connection counts as dead; 0 waits for ever, for migrations. */
  readonly queryTimeoutMs?: number;
  readonly migrations: NonNullable<NonNullable<Options['migrations']>['migrationsList']>;
}

/**
 * Connects and checks that an answer given after COMMIT is durable.
 * @throws StartupError when the database cannot be reached or runs with its safety off.
 */
export async function connectDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, poolMax, queryTimeoutMs = 12_000, entities, migrations } = options;
  const orm = await MikroORM.init({
    clientUrl: url,
    entities: entities ?? [],
    extensions: [Migrator],
    migrations: { migrationsList: migrations, tableName: 'migration', snapshot: false, silent: true },
    pool: { max: poolMax },
    ensureDatabase: false, // a name mistyped in DATABASE_URL must not become a new, empty database
    // Counted here and not by PostgreSQL: a pulled cable keeps no server's time-out. PgBouncer sees no parameter of ours.
    driverOptions: { connectionTimeoutMillis: 5000, query_timeout: queryTimeoutMs, keepAlive: true },
  });
  const pool = await orm.em.getConnection().getNativeClient();
  releaseLost(pool);
  const close = async () => {
    await orm.close(true);
    if (!pool.ending) await pool.end(); // the ORM ends only what it has used itself; an idle connection keeps the process
  };
  try {
    await assertReachable(pool, url);
    await assertDurable(pool);
  } catch (error) {
    await close();
    throw error;
  }
  const assertRoom = () => {
    if (pool.waitingCount >= WAITING_MAX) throw busy();
  };
  return { url, orm, pool, fork: () => orm.em.fork(), assertRoom, close };
}

/** Each at another moment, so that they do not come back together. */
function busy(): PublicError {
  return new PublicError('SERVICE_UNAVAILABLE', { retryAfterMs: 500 + Math.round(Math.random() * 1500) });
}

async function assertReachable(pool: Pool, url: string): Promise<void> {
  try {
    await pool.query('select 1');
  } catch (error) {
    const { host, pathname } = new URL(url);
    throw new StartupError(
      `Cannot reach the database ${pathname.slice(1)} at ${host} (${explain(sqlState(error))}). ` +
        'Check DATABASE_URL, and that PostgreSQL runs and lets this user in.',
    );
  }
}

function explain(code: string | undefined): string {
  switch (code) {
    case '3D000':
      return 'it does not exist';
    case '28P01':
    case '28000':
      return 'user or password is wrong';
    case 'ECONNREFUSED':
      return 'nothing listens there';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'no such host';
    default:
      return code ?? 'no answer';
  }
}

/** "Issued" is said after COMMIT, so COMMIT must mean: on disk. */
async function assertDurable(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes')`,
  );
  const off = rows.filter(({ setting }) => setting === 'off').map(({ name }) => name);
  if (off.length > 0) {
    throw new StartupError(
      `The database runs with ${off.join(' and ')} off: a pass that a reader was told about could be lost. Turn it on.`,
    );
  }
}

/** Any number, the same in every server: who migrates holds it. */
const MIGRATION_LOCK = 7_243_002;

/** Applies what is pending and gives its names. Of several servers that start together one does it, the others wait. */
export async function migrate(database: Database): Promise<string[]> {
  const client = await database.pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const applied = await database.orm.migrator.up();
    return applied.map(({ name }) => name);
  } finally {
    client.release(true); // and the lock with it
  }
}

/** The names of migrations that this version brings and the database has not seen. */
async function pendingMigrations(database: Database): Promise<string[]> {
  const pending = await database.orm.migrator.getPending();
  return pending.map(({ name }) => name);
}

/** @throws StartupError naming what is pending and the command that applies it. */
export async function assertMigrated(database: Database): Promise<void> {
  const pending = await pendingMigrations(database);
  if (pending.length === 0) return;
  throw new StartupError(
    `The database lacks ${pending.length} migration${pending.length === 1 ? '' : 's'} of this version: ${pending.join(', ')}. Back it up, then run: npm run migrate`,
  );
}
