import type { Pool, PoolClient } from 'pg';

/**
 * Gives the place of a lost connection back to the pool. Whoever holds one should; but the ORM, when its `rollback`
 * fails because the connection is gone, keeps it for ever, and each time the pool is one smaller.
 */
export function releaseLost(pool: Pool): void {
  const held = new Set<PoolClient>();
  pool.on('acquire', (client) => held.add(client));
  pool.on('release', (_error, client) => held.delete(client));
  pool.on('connect', (client) => {
    client.once('end', () => {
      if (!held.has(client)) return;
      client.release(true);
      client.release = () => undefined; // its holder may still do so, and twice is an error
    });
  });
}
