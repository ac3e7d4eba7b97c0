import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from '#platform/free-port.js';
import { runPostgresTool } from '#platform/postgres-binaries.js';
import { runningPostmaster } from '#platform/postmaster.js';
import { readSecretFile } from '#platform/secret-file.js';
import { sqlState } from '#platform/sql-state.js';
import { StartupError } from '#platform/startup-error.js';

const DATABASE = 'pagedrop';
/** Whoever holds this advisory lock owns the data directory; it goes with the connection, so a killed owner leaves none. */
const OWNER_LOCK = 7_243_001;
const MAJOR_VERSION = '18';

/** A PostgreSQL that came from npm and keeps its data in a folder. */
export interface EmbeddedPostgres {
  readonly url: string;
  /** Stops PostgreSQL when this process owns it, otherwise only lets go of it. */
  readonly stop: () => Promise<void>;
}

export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  /** Who asks, in words for the message that another process may get, for example "npm start". */
  readonly purpose: string;
  /** True: fail when another process owns the data directory. False: share it while the owner runs. */
  readonly exclusive: boolean;
}

/**
 * Starts PostgreSQL in `dataDir/postgres`, or joins the one that runs there: that of another command,
 * or one left behind by a killed process.
 * @throws StartupError when the folder is in use, not writable, or of another PostgreSQL version.
 */
export async function openEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, purpose, exclusive } = options;
  const folder = path.join(dataDir, 'postgres');
  const password = readSecretFile(dataDir, 'postgres-password');
  const found = await runningPostmaster(folder);
  const port = found?.port ?? (await start(folder, dataDir));
  const urlOf = (database: string) => `postgresql://pagedrop:${password}@127.0.0.1:${port}/${database}`;

  const owner = await connectPatiently(urlOf('postgres'), `${purpose} (process ${process.pid})`);
  const owned = exclusive || !found ? await takeOwnership(owner) : false;
  if (exclusive && !owned) {
    const holder = await ownerName(owner);
    await owner.end();
    throw new StartupError(
      `The data in ${dataDir} is in use by ${holder}. Stop that one first, or set DATA_DIR to another folder.`,
    );
  }
  await createDatabase(owner);

  return {
    url: urlOf(DATABASE),
    async stop() {
      await owner.end().catch(() => undefined);
      if (owned) runPostgresTool('pg_ctl', ['stop', '-D', folder, '-m', 'fast', '-w', '-t', '30'], folder);
    },
  };
}

async function start(folder: string, dataDir: string): Promise<number> {
  if (!existsSync(path.join(folder, 'PG_VERSION'))) initialise(folder);
  const version = readFileSync(path.join(folder, 'PG_VERSION'), 'utf8').trim();
  if (version !== MAJOR_VERSION) {
    throw new StartupError(
      `${folder} was made by PostgreSQL ${version}; this Pagedrop brings ${MAJOR_VERSION}. ` +
        'Dump it with the old version and restore it here, or set DATA_DIR to another folder.',
    );
  }
  const port = await freePort();
  const log = path.join(dataDir, 'postgres.log');
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200 -c shared_buffers=256MB`;
  const { status } = runPostgresTool(
    'pg_ctl',
    ['start', '-D', folder, '-w', '-t', '60', '-l', log, '-o', settings],
    folder,
  );
  if (status !== 0)
    throw new StartupError(`The embedded PostgreSQL did not start; the reason stands at the end of ${log}`);
  return port;
}

/** Made beside its place and moved there when whole, so that a kill in the middle leaves nothing half-made. */
function initialise(folder: string): void {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  const passwordFile = path.join(unfinished, '..', 'postgres-password');
  const { status, output } = runPostgresTool(
    'initdb',
    [
      '-D',
      unfinished,
      '-U',
      'pagedrop',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ],
    unfinished,
  );
  if (status !== 0) throw new StartupError(`The embedded PostgreSQL could not be initialised:\n${output}`);
  renameSync(unfinished, folder);
}

/** A PostgreSQL that was killed answers "starting up" while it replays its log. */
async function connectPatiently(connectionString: string, applicationName: string): Promise<Client> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const client = new Client({ connectionString, application_name: applicationName });
    client.on('error', () => undefined); // PostgreSQL went away under us; the pool reports it where it matters
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (sqlState(error) !== '57P03' || Date.now() > deadline) {
        throw new StartupError(
          `The embedded PostgreSQL does not let us in (${sqlState(error) ?? 'no reason given'}): see postgres.log in DATA_DIR.`,
        );
      }
      await setTimeout(100);
    }
  }
}

async function takeOwnership(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [OWNER_LOCK]);
  return rows[0]?.taken === true;
}

async function ownerName(client: Client): Promise<string> {
  const { rows } = await client.query<{ application_name: string }>(
    `select application_name from pg_stat_activity join pg_locks using (pid)
     where locktype = 'advisory' and objid = $1 and granted`,
    [OWNER_LOCK],
  );
  return rows[0]?.application_name ?? 'another Pagedrop';
}

async function createDatabase(client: Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
  if (rowCount === 0) await client.query(`create database ${DATABASE}`);
}
