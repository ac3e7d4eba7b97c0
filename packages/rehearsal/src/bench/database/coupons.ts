import type { Client } from 'pg';
import { z } from 'zod';
import type { IssuedRow } from '#drop/compare-with-rows.js';

const issuedRows = z.array(z.object({ userId: z.string(), sequence: z.int(), code: z.string() }));
let made = 0;

/** A coupon that is open, and on no event page: that one is measured as it is. */
export async function createCoupon(client: Client, totalQuantity: number): Promise<{ number: string }> {
  made += 1;
  const number = `BENCH-${String(made).padStart(4, '0')}`;
  await client.query(
    `insert into coupon (id, book_id, number, total_quantity, visibility, starts_at, ends_at, use_within_days, reading_days)
     select gen_random_uuid(), min(id::text)::uuid, $1, $2, 'UNLISTED', now() - interval '1 h', now() + interval '1 d', 3, 30
     from book`,
    [number, totalQuantity],
  );
  return { number };
}

/**
 * Gives passes of a coupon to readers who have none, as many as told: rows and count in one statement, as the
 * constraints want it. Then the table is made ready, as it would be had it grown slowly.
 */
export async function fillCoupon(client: Client, couponNumber: string, passes: number): Promise<void> {
  await client.query(
    `with c as (select * from coupon where number = $1), reader as (
       select id, row_number() over () as place from "user" where username like 'past-%' order by id limit $2
     ), added as (
       insert into user_coupon (coupon_id, sequence, user_id, code, reading_days, created_at, expires_at)
       select c.id, reader.place, reader.id, upper(substr(md5(reader.id::text), 1, 16)), c.reading_days, now(), now() + interval '3 d'
       from c, reader returning coupon_id
     )
     update coupon set issued_quantity = issued_quantity + (select count(*) from added)
     where number = $1`,
    [couponNumber, passes],
  );
  await client.query('vacuum analyze');
  await client.query('checkpoint');
}

/** The passes of a coupon, as they are in the database. */
export async function issuedRowsOf(client: Client, couponNumber: string): Promise<readonly IssuedRow[]> {
  const { rows } = await client.query(
    `select p.user_id as "userId", p.sequence, p.code
     from user_coupon p join coupon c on c.id = p.coupon_id where c.number = $1`,
    [couponNumber],
  );
  return issuedRows.parse(rows);
}

export async function countIssued(client: Client, couponNumber: string): Promise<number> {
  const { rows } = await client.query<{ count: string }>(
    'select count(*) from user_coupon p join coupon c on c.id = p.coupon_id where c.number = $1',
    [couponNumber],
  );
  return Number(rows[0]?.count);
}
