import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startClient } from '#bench/client/client.js';
import { startBenchDatabase } from '#bench/database/bench-database.js';
import type { Population } from '#bench/database/seed.js';
import type { Bench } from '#bench/seat.js';
import type { Sizes } from '#bench/sizes.js';

/** Told what is being done, for the terminal. */
export type Progress = (doing: string) => void;

export interface Surroundings {
  /** Aborted when the person at the terminal wants it to end. */
  readonly told: AbortSignal;
  readonly patiently: boolean;
  readonly progress: Progress;
}

/** A database with readers, and a load client who knows them, for as long as the work takes; nothing is left of them. */
export async function withBench<T>(
  sizes: Sizes,
  population: Population,
  { told, patiently, progress }: Surroundings,
  work: (bench: Bench) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'pagedrop-bench-'));
  const jwtSecret = randomBytes(32).toString('base64url');
  try {
    progress('starting a PostgreSQL');
    const database = await startBenchDatabase(folder, population);
    const client = startClient();
    // Its work under way fails then, and everything on the way out is taken down.
    const stop = () => void client.stop();
    told.addEventListener('abort', stop, { once: true });
    try {
      told.throwIfAborted();
      progress(`signing in ${population.readers.toLocaleString('en')} readers`);
      await client.know(database.readerIds, jwtSecret);
      return await work({ client, database, sizes, jwtSecret, folder, told, patiently });
    } catch (error) {
      told.throwIfAborted(); // whatever broke then broke because it was told to
      throw error;
    } finally {
      told.removeEventListener('abort', stop);
      await client.stop();
      await database.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
