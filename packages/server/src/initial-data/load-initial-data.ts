import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDataFile } from '#initial-data/data-file.js';
import { loadData } from '#initial-data/load-data.js';
import type { Database } from '#platform/database.js';

const INITIAL_DATA = path.resolve(import.meta.dirname, '../../data/initial.json');

/** Fills an empty database, so that the first start shows a page that lives. Once anything is there, it does nothing. */
export async function loadInitialData(database: Database): Promise<void> {
  const { rows } = await database.pool.query<{ empty: boolean }>(
    `select not exists (select from book) and not exists (select from "user") as empty`,
  );
  if (rows[0]?.empty !== true) return;
  await loadData(database, parseDataFile(readFileSync(INITIAL_DATA, 'utf8'), 'data/initial.json'), 'npm start');
}
