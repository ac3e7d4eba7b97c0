import path from 'node:path';
import { Client } from 'pg';
import type { Client as LoadClient } from '#bench/client/client.js';
import type { BenchDatabase } from '#bench/database/bench-database.js';
import type { CpuShares } from '#bench/results.js';
import type { Sizes } from '#bench/sizes.js';
import type { RunningVariant, Variant } from '#bench/variants/variant.js';
import type { LoadResult } from '#bench/client/jobs.js';
import { cpuSecondsOf } from '#machine/cpu-time.js';

/** A variant with its database, ready to be measured. */
export interface Seat {
  readonly variant: Variant;
  readonly running: RunningVariant;
  readonly databaseUrl: string;
  /** The bench's own connection to the variant's database. */
  readonly database: Client;
  /** When it last had something to do, on the clock of `performance.now()`. */
  lastBusyAt: number;
  close(): Promise<void>;
}

/** What all measurements share. */
export interface Bench {
  readonly client: LoadClient;
  readonly database: BenchDatabase;
  readonly sizes: Sizes;
  readonly jwtSecret: string;
  readonly folder: string;
  readonly told: AbortSignal;
  /** Whether to wait for exact numbers. */
  readonly patiently: boolean;
}

/** Starts a variant on a database of its own, called `name`. */
export async function takeSeat(
  bench: Omit<Bench, 'client'>,
  variant: Variant,
  name = `bench_${variant.name.replace('-', '_')}`,
): Promise<Seat> {
  const databaseUrl = await bench.database.createCopy(name);
  const database = new Client({ connectionString: databaseUrl });
  database.on('error', () => undefined); // the statement under way says so
  await database.connect();
  try {
    const { jwtSecret } = bench;
    const running = await variant.start({ databaseUrl, jwtSecret, folder: path.join(bench.folder, name) });
    return {
      variant,
      running,
      databaseUrl,
      database,
      lastBusyAt: performance.now(),
      async close() {
        await running.stop();
        await database.end();
      },
    };
  } catch (error) {
    await database.end();
    throw error;
  }
}

/** Runs a load and adds up what server and database worked meanwhile. */
export async function withCpu(
  { database }: Bench,
  seat: Seat,
  load: () => Promise<LoadResult>,
): Promise<LoadResult & { cpu: CpuShares }> {
  const look = () => ({ server: cpuSecondsOf(seat.running.pids), database: cpuSecondsOf([database.pid]) });
  const before = look();
  const result = await load();
  const after = look();
  seat.lastBusyAt = performance.now();
  const { seconds, cpuSeconds } = result.recording;
  const share = (then: number | undefined, now: number | undefined) =>
    then === undefined || now === undefined ? undefined : (now - then) / seconds;
  const cpu = {
    client: cpuSeconds / seconds,
    server: share(before.server, after.server),
    database: share(before.database, after.database),
  };
  return { ...result, cpu };
}
