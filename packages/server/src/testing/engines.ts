import type { Pool } from 'pg';
import { IssuingEngine, type IssuingOptions } from '#coupons/issuing/issuing-engine.js';
import type { ClaimOutcome } from '#coupons/issuing/claim.js';
import { connect } from '#open-database.js';
import { createLogger } from '#platform/logging.js';
import type { TestDatabase } from '#testing/test-database.js';

/** An engine with connections of its own, as a server process of its own would have. */
export async function startEngine(
  database: TestDatabase,
  options: Partial<Omit<IssuingOptions, 'pool' | 'logger'>> & { url?: string; queryTimeoutMs?: number } = {},
): Promise<{ engine: IssuingEngine; pool: Pool; close: () => Promise<void> }> {
  const { url = database.url, queryTimeoutMs, ...rest } = options;
  const connected = await connect({ url, poolMax: 5, ...(queryTimeoutMs !== undefined && { queryTimeoutMs }) });
  const engine = new IssuingEngine({
    pool: connected.pool,
    logger: createLogger('silent'),
    batchMax: 500,
    queueMax: 20_000,
    ...rest,
  });
  return {
    engine,
    pool: connected.pool,
    async close() {
      await engine.drain();
      await connected.close();
    },
  };
}

/** All claims at once, dealt round-robin over the engines. */
export function claimAll(
  engines: readonly { engine: IssuingEngine }[],
  number: string,
  userIds: readonly string[],
): Promise<ClaimOutcome[]> {
  return Promise.all(
    userIds.map(async (userId, index) => {
      const chosen = engines[index % engines.length];
      if (!chosen) throw new Error('no engine');
      return chosen.engine.claim(number, userId);
    }),
  );
}

/** How many outcomes there are of each kind. */
export function tally(outcomes: readonly ClaimOutcome[]): Record<string, number> {
  return Object.fromEntries(
    Object.entries(Object.groupBy(outcomes, ({ kind }) => kind)).map(([kind, all]) => [kind, all.length]),
  );
}
