import { setImmediate, setTimeout } from 'node:timers/promises';
import type { BegunExport } from '#admin/exports/begin-export.js';
import { csvHeader, csvLines } from '#admin/exports/csv.js';
import { readSnapshot } from '#admin/exports/read-snapshot.js';
import type { Database } from '#platform/database.js';

export interface CsvContext {
  readonly database: Pick<Database, 'pool'>;
  readonly issuing: {
    /** Whether a drop is on. */
    readonly isRush: boolean;
  };
}

/** A file in pieces, written while it is taken. */
export interface Csv {
  readonly pieces: AsyncIterable<string>;
  readonly rowsRead: () => number;
}

/** So long a pause follows every batch while a drop is on: readers come first, a file can wait. */
const RUSH_PAUSE_MS = 100;

/** Opens the snapshot and reads the first rows: what fails until then can still be answered in words. */
export async function openCsv(
  { database, issuing }: CsvContext,
  { list, statement }: BegunExport,
  signal: AbortSignal,
): Promise<Csv> {
  const batches = readSnapshot(database.pool, statement, signal);
  const first = await batches.next();
  let rows = 0;

  async function* pieces() {
    try {
      yield csvHeader(list.columns.map(({ name }) => name));
      for (let batch = first; !batch.done; batch = await batches.next()) {
        yield csvLines(batch.value);
        rows += batch.value.length;
        // Whoever waits for this process has his turn between two batches.
        await (issuing.isRush ? setTimeout(RUSH_PAUSE_MS, undefined, { signal }) : setImmediate());
      }
    } finally {
      await batches.return(undefined);
    }
  }
  return { pieces: pieces(), rowsRead: () => rows };
}
