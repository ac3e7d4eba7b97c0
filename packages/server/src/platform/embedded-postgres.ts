import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { inTurn, useDataFolder } from '#platform/data-folder.js';
import { runningPostmaster, startPostmaster, stopPostmaster } from '#platform/postmaster.js';
import { readSecretFile } from '#platform/secret-file.js';
import { beforeForcedExit } from '#platform/signals.js';
import { sqlState } from '#platform/sql-state.js';
import { StartupError } from '#platform/startup-error.js';

const DATABASE = 'pagedrop';

/** A PostgreSQL that came from npm and keeps its data in a folder. */
export interface EmbeddedPostgres {
  readonly url: string;
  /** Stops PostgreSQL when nobody else uses it, otherwise leaves it to them. */
  readonly stop: () => Promise<void>;
}

export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  /** Who asks, in words for the message that another process may get, for example "npm start". */
  readonly purpose: string;
  /** True: fail when another one that says true uses the data directory. False: share it with anybody. */
  readonly exclusive: boolean;
}

/**
 * Starts PostgreSQL in `dataDir/postgres`, or joins the one that runs there: that of another command or the server,
 * or one left behind by a killed process. The last one out stops it.
 * @throws StartupError when the folder is in use, not writable, or of another PostgreSQL version.
 */
export async function openEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, purpose, exclusive } = options;
  const folder = path.join(dataDir, 'postgres');
  const password = readSecretFile(dataDir, 'postgres-password');

  return inTurn(dataDir, async () => {
    const use = useDataFolder(dataDir, purpose, exclusive);
    const leave = async () => {
      if (use.leave()) await stopPostmaster(folder);
    };
    const opening = startOrJoin(folder, password);
    let stopping: Promise<void> | undefined;
    const stop = () => (stopping ??= opening.then(() => inTurn(dataDir, leave)));
    beforeForcedExit(() => stop().catch(() => undefined));
    try {
      return { url: await opening, stop };
    } catch (error) {
      await leave();
      throw error;
    }
  });
}

async function startOrJoin(folder: string, password: string): Promise<string> {
  const { port } = (await runningPostmaster(folder)) ?? (await startPostmaster(folder));
  const urlOf = (database: string) => `postgresql://pagedrop:${password}@127.0.0.1:${port}/${database}`;
  const client = await connectPatiently(urlOf('postgres'));
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
  return urlOf(DATABASE);
}

/** A PostgreSQL that was killed answers "starting up" while it replays its log. */
async function connectPatiently(connectionString: string): Promise<Client> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const client = new Client({ connectionString });
    client.on('error', () => undefined); // PostgreSQL went away under us; the statement under way says so
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
