import type { Pool } from 'pg';
import { MikroORM, type EntityManager, type Options } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import { StartupError } from '#platform/startup-error.js';
import { sqlState } from '#platform/sql-state.js';

/** One database: the ORM for the ordinary, and the same connections bare for the statements that are counted. */
export interface Database {
  readonly orm: MikroORM;
  /** A fresh unit of work; make one per request. */
  fork(): EntityManager;
  /** The pool beneath the ORM. Timestamps come out of it as strings, as PostgreSQL writes them. */
  readonly pool: Pool;
  close(): Promise<void>;
}

export interface DatabaseOptions extends Pick<Options, 'entities'> {
  readonly url: string;
  readonly poolMax: number;
  readonly migrations: NonNullable<NonNullable<Options['migrations']>['migrationsList']>;
}

/**
 * Connects and checks that an answer given after COMMIT is durable.
 * @throws StartupError when the database cannot be reached or runs with its safety off.
 */
export async function connectDatabase({ url, poolMax, entities, migrations }: DatabaseOptions): Promise<Database> {
  const orm = await MikroORM.init({
    clientUrl: url,
    entities: entities ?? [],
    extensions: [Migrator],
    migrations: { migrationsList: migrations, tableName: 'migration', snapshot: false, silent: true },
    pool: { max: poolMax },
    driverOptions: { connectionTimeoutMillis: 5000, statement_timeout: 15_000, keepAlive: true },
  });
  const pool = await orm.em.getConnection().getNativeClient();
  try {
    await assertReachable(pool, url);
    await assertDurable(pool);
  } catch (error) {
    await orm.close(true);
    throw error;
  }
  return { orm, pool, fork: () => orm.em.fork(), close: () => orm.close(true) };
}

async function assertReachable(pool: Pool, url: string): Promise<void> {
  try {
    await pool.query('select 1');
  } catch (error) {
    const { host, pathname } = new URL(url);
    throw new StartupError(
      `Cannot reach the database ${pathname.slice(1)} at ${host} (${sqlState(error) ?? 'no answer'}). ` +
        'Check DATABASE_URL, and that PostgreSQL runs and lets this user in.',
    );
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

/** The names of migrations that this version brings and the database has not seen. */
export async function pendingMigrations(database: Database): Promise<string[]> {
  const pending = await database.orm.migrator.getPending();
  return pending.map(({ name }) => name);
}

/** @throws StartupError naming what is pending and the command that applies it. */
export async function assertMigrated(database: Database): Promise<void> {
  const pending = await pendingMigrations(database);
  if (pending.length === 0) return;
  throw new StartupError(
    `The database lacks ${pending.length} migration(s) of this version: ${pending.join(', ')}. Back it up, then run: npm run migrate`,
  );
}
