import { v7 as uuid } from 'uuid';
import type { Actor } from '#audit/record-entry.js';
import type { AuthContext } from '#auth/auth-context.js';
import { OPERATORS } from '#auth/role.js';
import { inTransaction } from '#platform/transaction.js';
import { lockAbandonedRehearsal } from '#rehearsals/lock-rehearsal.js';
import { recordRehearsal } from '#rehearsals/record-rehearsal.js';
import { removeRehearsal } from '#rehearsals/remove-rehearsal.js';
import { Rehearsal, RehearsalUnderWay } from '#rehearsals/rehearsals.types.js';

type Store = Pick<AuthContext, 'database' | 'requireRole'>;

/** Begins a rehearsal, or says which one is under way. An abandoned one is deleted first. */
export async function beginRehearsal({ database, requireRole }: Store): Promise<Rehearsal | RehearsalUnderWay> {
  const actor = await requireRole(OPERATORS);
  await removeRehearsal(database.pool, actor, lockAbandonedRehearsal);
  for (;;) {
    const id = await insertRehearsal(database, actor);
    if (id !== undefined) return new Rehearsal(id);
    const { rows } = await database.pool.query<{ id: string; at: string }>(
      'select id, created_at as at from rehearsal',
    );
    const [other] = rows;
    if (other) return new RehearsalUnderWay(other.id, new Date(other.at)); // otherwise it has just ended: try again
  }
}

/** Undefined while another one is there: the unique index decides, not a look beforehand. */
function insertRehearsal({ pool }: AuthContext['database'], actor: Actor): Promise<string | undefined> {
  return inTransaction(pool, async (client) => {
    const [id, bookId] = [uuid(), uuid()];
    await client.query(
      `insert into book (id, title, author, description)
       values ($1, 'Rehearsal', 'Pagedrop', 'A throw-away book: it goes when the rehearsal ends.')`,
      [bookId],
    );
    const { rowCount } = await client.query(
      'insert into rehearsal (id, book_id) values ($1, $2) on conflict ((true)) do nothing',
      [id, bookId],
    );
    if (rowCount === 1) {
      await recordRehearsal(client, actor, { id, action: 'rehearsal.begin' });
      return id;
    }
    await client.query('delete from book where id = $1', [bookId]);
    return undefined;
  });
}
