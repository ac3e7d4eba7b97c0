import path from 'node:path';
import { Passwords } from '#auth/passwords.js';
import { parseConfig } from '#config.js';
import { firstAdministrator } from '#initial-data/first-administrator.js';
import { loadInitialData } from '#initial-data/load-initial-data.js';
import { jwtSecretOf } from '#jwt-secret.js';
import { openDatabase } from '#open-database.js';
import { openServer } from '#open-server.js';
import { runCommand } from '#platform/command.js';
import type { Database } from '#platform/database.js';
import { createLogger } from '#platform/logging.js';
import { untilTold } from '#platform/signals.js';
import { openWorkers } from '#platform/workers/open-workers.js';
import { workerEnvironment } from '#worker-environment.js';

/** How long those who wait for an answer may still get one. */
const PATIENCE = { patienceMs: 15_000 };
/** Its neighbour, of the same kind: built, or a source. */
const WORKER_FILE = path.join(import.meta.dirname, `worker${path.extname(import.meta.filename)}`);

await runCommand(async (told) => {
  const config = parseConfig(process.env);
  const logger = createLogger(config.logLevel);
  const jwtSecret = jwtSecretOf(config);
  const embedded = config.databaseUrl === undefined;
  const database = await openDatabase(config, { purpose: 'npm start', exclusive: true });
  try {
    told.throwIfAborted();
    if (embedded) await loadInitialData(database);
    told.throwIfAborted();
    const administrator = embedded ? await makeFirstAdministrator(database) : undefined;
    // At once, because the next start has no password to show when this one fails at the port.
    if (administrator) {
      console.log(`Administrator:    ${administrator.username} / ${administrator.password}   (shown this once)`);
    }
    told.throwIfAborted();

    const { workers: count } = config;
    const env = workerEnvironment(config, database.url, jwtSecret);
    const server =
      count === 1
        ? await openServer({ config, jwtSecret, database, logger })
        : await openWorkers({ count, file: WORKER_FILE, env, logger }, told);
    try {
      told.throwIfAborted();
      console.log(`\nPagedrop is open: ${server.address}${count === 1 ? '' : `   (${count} workers)`}`);
      console.log(`Admin:            ${server.address}/admin`);
      if (config.playground) console.log(`Playground:       ${server.address}/graphql`);
      await untilTold(told);
      console.log('\nClosing: answering those who are waiting …');
    } finally {
      await server.stop();
    }
  } finally {
    await database.close();
  }
}, PATIENCE);

async function makeFirstAdministrator(database: Database) {
  const passwords = new Passwords(); // the servers have their own, so its process must not outlive this
  try {
    return await firstAdministrator({ database, passwords });
  } finally {
    await passwords.close();
  }
}
