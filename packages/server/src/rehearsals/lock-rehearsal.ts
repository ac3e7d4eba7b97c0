import type { PoolClient } from 'pg';
import { ABANDONED_AFTER_S, assertRehearsalId, noSuchRehearsal } from '#rehearsals/rehearsal-limits.js';

export interface LockedRehearsal {
  readonly id: string;
  readonly bookId: string;
  /** Null until it is opened. */
  readonly couponId: string | null;
  readonly readers: number;
}

const columns = 'id, book_id as "bookId", coupon_id as "couponId", readers';

/**
 * Takes the rehearsal's row lock, which every change of a rehearsal takes first, before its coupon's.
 * @throws PublicError BAD_USER_INPUT when there is none with this id
 */
export async function lockRehearsal(client: PoolClient, id: string): Promise<LockedRehearsal> {
  assertRehearsalId(id);
  const { rows } = await client.query<LockedRehearsal>(`select ${columns} from rehearsal where id = $1 for update`, [
    id,
  ]);
  const [row] = rows;
  if (!row) throw noSuchRehearsal();
  return row;
}

/** The same for the one that nobody will end any more; undefined when there is none such. */
export async function lockAbandonedRehearsal(client: PoolClient): Promise<LockedRehearsal | undefined> {
  const { rows } = await client.query<LockedRehearsal>(
    `select ${columns} from rehearsal where created_at < now() - make_interval(secs => $1) for update`,
    [ABANDONED_AFTER_S],
  );
  return rows[0];
}
