import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { uuidArray } from '#admin/uuid-array.js';

/** A session that was ended. */
export interface EndedSession {
  readonly id: string;
  readonly userId: string;
}

const rows = z.array(z.object({ id: z.string(), userId: z.string() }));

/**
 * Ends all sessions of users, in the caller's transaction. After COMMIT each must be told to `revokedSessions`, or
 * this process would let its access tokens pass for a second more.
 */
export async function endSessionsOf(em: EntityManager, userIds: readonly string[]): Promise<readonly EndedSession[]> {
  return rows.parse(
    await em.execute(
      `update session set revoked_at = now() where user_id = any(?::uuid[]) and revoked_at is null and expires_at > now()
       returning id, user_id as "userId"`,
      [uuidArray(userIds)],
    ),
  );
}
