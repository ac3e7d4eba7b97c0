import type { Client } from 'pg';
import { BOOKS_IN_EVENT, DESCRIPTION } from '#bench/database/event-books.js';

export interface Population {
  /** Who will ask. */
  readonly readers: number;
  /** Who may have got something before. */
  readonly pastReaders?: number;
}

/** Readers, and books in an event; gives the ids of the readers who will ask. */
export async function seed(client: Client, { readers, pastReaders = 0 }: Population): Promise<string[]> {
  await client.query(
    `insert into book (id, title, author, description)
     select gen_random_uuid(), '무정 ' || n, '이광수', $2 from generate_series(1, $1::integer) n`,
    [BOOKS_IN_EVENT, DESCRIPTION],
  );
  await client.query(
    `insert into coupon (id, book_id, number, total_quantity, starts_at, ends_at, use_within_days, reading_days)
     select gen_random_uuid(), id, 'EVENT-' || row_number() over (), 1000, now() - interval '1 h', now() + interval '1 d', 3, 30
     from book`,
  );
  await client.query(
    `insert into "user" (id, username, username_key)
     select gen_random_uuid(), name, name from (
       select 'reader-' || n as name from generate_series(1, $1::integer) n
       union all select 'past-' || n from generate_series(1, $2::integer) n
     )`,
    [readers, pastReaders],
  );
  await client.query('vacuum analyze');
  const { rows } = await client.query<{ id: string }>(`select id from "user" where username like 'reader-%'`);
  return rows.map(({ id }) => id);
}
