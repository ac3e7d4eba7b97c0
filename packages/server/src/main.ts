import { once } from 'node:events';
import { buildApp } from '#app.js';
import { parseConfig } from '#config.js';
import { firstAdministrator } from '#initial-data/first-administrator.js';
import { loadInitialData } from '#initial-data/load-initial-data.js';
import { jwtSecretOf } from '#jwt-secret.js';
import { openDatabase } from '#open-database.js';
import { runCommand } from '#platform/command.js';
import { listen } from '#platform/http/listen.js';
import { createLogger } from '#platform/logging.js';

/** How long those who wait for an answer may still get one. */
const PATIENCE = { patienceMs: 15_000 };

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
    const app = await buildApp({ config, jwtSecret, database, logger });
    try {
      const administrator = embedded ? await firstAdministrator(app.services) : undefined;
      // At once, because the next start has no password to show when this one fails at the port.
      if (administrator) {
        console.log(`Administrator:    ${administrator.username} / ${administrator.password}   (shown this once)`);
      }
      told.throwIfAborted();
      const address = await listen(app.http, config);

      console.log(`\nPagedrop is open: ${address}`);
      if (config.playground) console.log(`Playground:       ${address}/graphql`);
      if (!told.aborted) await once(told, 'abort');
      console.log('\nClosing: answering those who are waiting …');
    } finally {
      await app.stop();
    }
  } finally {
    await database.close();
  }
}, PATIENCE);
