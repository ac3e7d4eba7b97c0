import { setTimeout } from 'node:timers/promises';
import type { Client } from 'pg';

/** PostgreSQL's sessions report what they did at most once a second while busy, and 10 s later when idle. */
const REPORTED_AFTER_MS = 10_500;

/**
 * Counts the transactions that others run in this database from now on. Sessions that are idle must have been so for
 * as long as PostgreSQL keeps their numbers back; `idleSince` (on the clock of `performance.now()`) says how long.
 * A session that a pool opens anew costs one transaction too; it is counted.
 * @returns what ends the count, and gives it
 */
export async function startCountingTransactions(
  client: Client,
  { idleSince, patiently, told }: { idleSince: number; patiently: boolean; told?: AbortSignal },
): Promise<() => Promise<number>> {
  const wait = idleSince + REPORTED_AFTER_MS - performance.now();
  if (patiently && wait > 0) await setTimeout(wait, undefined, { signal: told });
  const before = await read(client);
  return async () => {
    // A session's last report comes when it ends. Servers bear that: their pools connect anew with the next request.
    await client.query(
      `select pg_terminate_backend(pid, 2000) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
    );
    const after = await read(client);
    return after - before - OUR_OWN;
  };
}

/** The statements of this connection from one look to the next: the look itself, the ending of sessions, the flush. */
const OUR_OWN = 3;

/** Transactions in this database so far. */
async function read(client: Client): Promise<number> {
  await client.query('select pg_stat_force_next_flush()');
  // The report of the statement above is sent after its end, so before this one begins.
  const { rows } = await client.query<{ transactions: string }>(
    `select xact_commit + xact_rollback as transactions from pg_stat_database where datname = current_database()`,
  );
  return Number(rows[0]?.transactions);
}
