import { parseConfig } from '#config.js';
import { connect, openDatabase } from '#open-database.js';
import { runCommand } from '#platform/command.js';
import { migrate } from '#platform/database.js';

await runCommand(async () => {
  const config = parseConfig(process.env);
  const database =
    config.databaseUrl === undefined
      ? await openDatabase(config, { purpose: 'npm run migrate', exclusive: false })
      : await connect({ url: config.databaseUrl, poolMax: 2, queryTimeoutMs: 0 });
  try {
    const applied = await migrate(database);
    console.log(applied.length === 0 ? 'Nothing to migrate.' : `Migrated: ${applied.join(', ')}`);
  } finally {
    await database.close();
  }
});
