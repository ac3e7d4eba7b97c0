import type { PoolClient } from 'pg';
import { v4 as randomUuid, v7 as uuid } from 'uuid';
import type { AuthContext } from '#auth/auth-context.js';
import { OPERATORS } from '#auth/role.js';
import { REHEARSAL_PREFIX } from '#coupons/coupon-number.js';
import { inTransaction } from '#platform/transaction.js';
import { lockRehearsal } from '#rehearsals/lock-rehearsal.js';
import { recordRehearsal } from '#rehearsals/record-rehearsal.js';
import { assertWithin, PAGE_MAX, READERS_MAX } from '#rehearsals/rehearsal-limits.js';
import type { RehearsalReader } from '#rehearsals/rehearsals.types.js';

/**
 * Makes readers of a rehearsal. A token names a session that has no row: it cannot be renewed, and there is nothing
 * to end when its reader is deleted. It is good for the coupons of rehearsals alone: no pass that somebody else waits
 * for goes to a reader who does not exist.
 * @throws PublicError BAD_USER_INPUT
 */
export async function addRehearsalReaders(
  { database, accessTokens, requireRole }: Pick<AuthContext, 'database' | 'accessTokens' | 'requireRole'>,
  { id, count }: { id: string; count: number },
): Promise<RehearsalReader[]> {
  assertWithin('count', count, 1, PAGE_MAX);
  const actor = await requireRole(OPERATORS);
  const userIds = await inTransaction(database.pool, async (client) => {
    const { readers } = await lockRehearsal(client, id); // so that two requests at once do not pass the limit together
    assertWithin('readers', readers + count, 1, READERS_MAX);
    await recordRehearsal(client, actor, { id, action: 'rehearsal.addReaders', after: { count } });
    return insertReaders(client, id, readers, count);
  });
  return userIds.map((userId) => {
    const viewer = { userId, sessionId: randomUuid(), role: 'READER', onlyCoupons: REHEARSAL_PREFIX } as const;
    return { id: userId, accessToken: accessTokens.sign(viewer).accessToken };
  });
}

/** Users without a password, each marked as this rehearsal's in the same transaction. */
async function insertReaders(client: PoolClient, id: string, before: number, count: number): Promise<string[]> {
  const userIds = Array.from({ length: count }, () => uuid());
  const prefix = `rehearsal-${randomUuid().slice(0, 8)}`;
  const names = userIds.map((_, index) => `${prefix}-${before + index + 1}`);
  await client.query(
    `with made as (
       insert into "user" (id, username, username_key)
       select id, name, name from unnest($2::uuid[], $3::text[]) as given(id, name) returning id
     ), counted as (
       update rehearsal set readers = readers + $4 where id = $1
     )
     insert into rehearsal_reader (user_id, rehearsal_id) select id, $1 from made`,
    [id, userIds, names, count],
  );
  return userIds;
}
