import type { Pool, PoolClient } from 'pg';
import type { ExportStatement } from '#admin/exports/export-list.js';

/** Rows that are in memory at once: some 150 KB of text, a few milliseconds of work. */
const BATCH = 500;

/**
 * One snapshot, so that the first row and the last are of the same moment. It takes no lock that anybody waits for.
 * A cursor lives as long as its transaction, so a pooler between us gives us one connection for all of it. The limits
 * are per batch; a reader of the file who takes nothing for a minute loses it.
 */
const BEGIN = `begin isolation level repeatable read read only;
  set local statement_timeout = '60s'; set local lock_timeout = '4s';
  set local idle_in_transaction_session_timeout = '60s'; set local timezone = 'Asia/Seoul'`;

/** A row in the order of its columns. */
export type SnapshotRow = readonly (string | number | boolean | null)[];

/**
 * All rows of a statement, a few at a time, over one connection that is given back at the end. When `signal` aborts,
 * the connection is cut at once, whatever it is doing.
 */
export async function* readSnapshot(
  pool: Pool,
  { text, values }: ExportStatement,
  signal: AbortSignal,
): AsyncGenerator<readonly SnapshotRow[]> {
  signal.throwIfAborted();
  const client = await pool.connect();
  const leave = leaving(client);
  const cut = () => leave('cut');
  signal.addEventListener('abort', cut);
  try {
    signal.throwIfAborted();
    await client.query(BEGIN);
    await client.query(`declare rows no scroll cursor for ${text}`, [...values]);
    for (let more = true; more;) {
      const { rows } = await client.query<(string | number | boolean | null)[]>({
        text: `fetch ${BATCH} from rows`,
        rowMode: 'array',
      });
      if (rows.length > 0) yield rows;
      more = rows.length === BATCH;
    }
    await client.query('commit');
    leave('kept');
  } finally {
    signal.removeEventListener('abort', cut);
    leave('cut'); // unless it was given back: what state it is in, nobody knows
  }
}

/** Gives the connection back once. Until then a connection that breaks while nobody asks anything must not end the process. */
function leaving(client: PoolClient): (how: 'kept' | 'cut') => void {
  const ignore = () => undefined; // the next query fails with it
  let left = false;
  client.on('error', ignore);
  return (how) => {
    if (left) return;
    left = true;
    if (how === 'kept') client.off('error', ignore);
    client.release(how === 'cut');
  };
}
