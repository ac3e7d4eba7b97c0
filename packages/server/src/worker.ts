import cluster from 'node:cluster';
import { parseConfig } from '#config.js';
import { jwtSecretOf } from '#jwt-secret.js';
import { openDatabase } from '#open-database.js';
import { openServer } from '#open-server.js';
import { runCommand } from '#platform/command.js';
import { createLogger } from '#platform/logging.js';
import { reportFailure, reportOpen } from '#platform/workers/worker-report.js';
import { untilTold } from '#platform/signals.js';

// One of several processes on the port, started by main.ts, which has opened and prepared the database.

/** Past the primary's, which speaks for all; should it be gone, Node ends us at once. */
const PATIENCE_MS = 20_000;

await runCommand(
  async (told) => {
    const config = parseConfig(process.env);
    const logger = createLogger(config.logLevel);
    const database = await openDatabase(config, { purpose: 'a worker', exclusive: false });
    try {
      told.throwIfAborted();
      const server = await openServer({ config, jwtSecret: jwtSecretOf(config), database, logger });
      try {
        reportOpen(server.address);
        await untilTold(told);
      } finally {
        await server.stop();
      }
    } finally {
      await database.close();
    }
  },
  { patienceMs: PATIENCE_MS, report: reportFailure },
);
cluster.worker?.disconnect();
