import type { Pool, PoolClient } from 'pg';

// A frozen process must not hold a lock for ever: PostgreSQL itself ends its transaction and the others go on.
export const TRANSACTION_LIMITS = `set local lock_timeout = '4s'; set local statement_timeout = '10s'; set local idle_in_transaction_session_timeout = '5s'`;
const BEGIN = `begin; ${TRANSACTION_LIMITS}`;

/**
 * Runs `work` in a READ COMMITTED transaction on one connection. When anything fails, COMMIT included, the
 * connection is thrown away: what state it is in, and what it may still say, nobody knows.
 */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query(BEGIN);
    const result = await work(client);
    const { command } = await client.query('commit');
    // PostgreSQL answers COMMIT of a failed transaction with the word ROLLBACK and no error.
    if (command !== 'COMMIT') throw new Error(`the transaction ended with ${command}`);
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}
