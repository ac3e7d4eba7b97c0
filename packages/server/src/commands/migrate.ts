import { parseConfig } from '#config.js';
import { connect, openDatabase } from '#open-database.js';
import { runCommand } from '#platform/command.js';
import { pendingMigrations } from '#platform/database.js';

await runCommand(async () => {
  const config = parseConfig(process.env);
  const database =
    config.databaseUrl === undefined
      ? await openDatabase(config, { purpose: 'npm run migrate', exclusive: false })
      : await connect({ url: config.databaseUrl, poolMax: 2 });
  try {
    const pending = await pendingMigrations(database);
    await database.orm.migrator.up();
    console.log(pending.length === 0 ? 'Nothing to migrate.' : `Migrated: ${pending.join(', ')}`);
  } finally {
    await database.close();
  }
});
