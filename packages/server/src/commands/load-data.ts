import { readFileSync } from 'node:fs';
import { parseConfig } from '#config.js';
import { parseDataFile } from '#initial-data/data-file.js';
import { loadData } from '#initial-data/load-data.js';
import { openDatabase } from '#open-database.js';
import { runCommand } from '#platform/command.js';
import { StartupError } from '#platform/startup-error.js';

await runCommand(async () => {
  const [file, ...rest] = process.argv.slice(2);
  if (file === undefined || rest.length > 0) throw new StartupError('Usage: npm run load-data -- FILE');
  const data = parseDataFile(readFile(file), file);

  const database = await openDatabase(parseConfig(process.env), { purpose: 'npm run load-data', exclusive: false });
  try {
    const { books, coupons, alreadyThere, differing } = await loadData(database, data, 'npm run load-data');
    console.log(
      `Loaded ${count(books, 'book')} and ${count(coupons, 'coupon')} from ${file}; ${alreadyThere} entries were there already.`,
    );
    for (const name of differing) console.log(`  ${name} differs from the file and was left as it is.`);
  } finally {
    await database.close();
  }
});

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function readFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new StartupError(`Cannot read ${file}. Name a JSON file like packages/server/data/initial.json.`);
  }
}
