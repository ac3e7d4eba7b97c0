import { v7 as uuid } from 'uuid';
import type { AuthContext } from '#auth/auth-context.js';
import { inTransaction } from '#platform/transaction.js';
import { lockAbandonedRehearsal } from '#rehearsals/lock-rehearsal.js';
import { removeRehearsal } from '#rehearsals/remove-rehearsal.js';
import { Rehearsal, RehearsalUnderWay } from '#rehearsals/rehearsals.types.js';

type Store = Pick<AuthContext, 'database'>;

/** Begins a rehearsal, or says which one is under way. An abandoned one is deleted first. */
export async function beginRehearsal({ database }: Store): Promise<Rehearsal | RehearsalUnderWay> {
  await removeRehearsal(database.pool, lockAbandonedRehearsal);
  for (;;) {
    const id = await insertRehearsal(database);
    if (id !== undefined) return new Rehearsal(id);
    const { rows } = await database.pool.query<{ id: string; at: string }>(
      'select id, created_at as at from rehearsal',
    );
    const [other] = rows;
    if (other) return new RehearsalUnderWay(other.id, new Date(other.at)); // otherwise it has just ended: try again
  }
}

/** Undefined while another one is there: the unique index decides, not a look beforehand. */
function insertRehearsal({ pool }: AuthContext['database']): Promise<string | undefined> {
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
    if (rowCount === 1) return id;
    await client.query('delete from book where id = $1', [bookId]);
    return undefined;
  });
}
