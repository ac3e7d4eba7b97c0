import { openCoverStore } from '#catalog/covers/open-cover-store.js';
import { sweepCovers } from '#catalog/covers/sweep-covers.js';
import { parseConfig } from '#config.js';
import { openDatabase } from '#open-database.js';
import { runCommand } from '#platform/command.js';
import { StartupError } from '#platform/startup-error.js';
import { StorageDown } from '#platform/storage/file-store.js';

await runCommand(async () => {
  const [flag, ...rest] = process.argv.slice(2);
  const remove = flag === '--delete';
  if ((flag !== undefined && !remove) || rest.length > 0) {
    throw new StartupError('Usage: npm run sweep-covers, or to delete them: npm run sweep-covers -- --delete');
  }
  const config = parseConfig(process.env);
  const store = await openCoverStore(config);
  const database = await openDatabase(config, { purpose: 'npm run sweep-covers', exclusive: false });
  try {
    const names = await sweepCovers(database, store, { remove });
    for (const name of names) console.log(`  ${name}`);
    const what = `${names.length} ${names.length === 1 ? 'cover' : 'covers'} older than a day that no book has`;
    console.log(remove ? `Deleted ${what}.` : `There are ${what}. To delete them: npm run sweep-covers -- --delete`);
  } catch (error) {
    throw error instanceof StorageDown ? new StartupError(`Covers cannot be swept: ${error.message}`) : error;
  } finally {
    await database.close();
  }
});
