import { passCode } from '@pagedrop/server/coupons/pass-code.js';
import type { Client } from 'pg';
import { z } from 'zod';

/** How much there is to look through. */
export interface StaffData {
  readonly books: number;
  readonly coupons: number;
  /** All coupons together; each has as many as every other. */
  readonly passes: number;
  readonly readers: number;
  readonly auditEntries: number;
}

/** What searches look for, somewhere in the middle of everything. */
export interface Known {
  readonly adminId: string;
  readonly bookId: string;
  readonly couponId: string;
  readonly couponNumber: string;
  readonly passCode: string;
  readonly readerId: string;
  readonly readerName: string;
}

const known = z.object({
  bookId: z.string(),
  couponId: z.string(),
  couponNumber: z.string(),
  passCode: z.string(),
  readerId: z.string(),
  readerName: z.string(),
});

/**
 * Three months of drops, made by SQL alone: passes in batches that share a moment, three in
 * ten used, one in a hundred revoked. The constraints' triggers are off while it is made, the constraints are not.
 */
export async function makeStaffData(client: Client, size: StaffData): Promise<Known> {
  await client.query(`set session_replication_role = replica`);
  await client.query(
    `insert into book (id, title, author, description, created_at)
     select gen_random_uuid(), (array['무정', '유정', '흙', '상록수', '탁류', '태평천하', '삼대', '고향'])[1 + n % 8] || ' ' || n,
       (array['이광수', '심훈', '채만식', '염상섭', '이기영'])[1 + n % 5], repeat('옛 은인의 딸 영채와 신식 교육을 받은 선형 사이에서 흔들린다. ', 4),
       now() - n * interval '90 days' / $1
     from generate_series(1, $1::integer) n`,
    [size.books],
  );
  await client.query(
    `insert into "user" (id, username, username_key, created_at)
     select gen_random_uuid(), 'holder-' || n, 'holder-' || n, now() - n * interval '90 days' / $1 from generate_series(1, $1::integer) n`,
    [size.readers],
  );
  const each = Math.floor(size.passes / size.coupons);
  await client.query(
    `insert into coupon (id, book_id, number, total_quantity, issued_quantity, status, starts_at, ends_at, use_within_days, reading_days, created_at)
     select gen_random_uuid(), b.id, 'DROP-' || lpad(b.n::text, 6, '0'), $2::integer, $2::integer, 'COMPLETE', at, at + interval '1 h', 3, 30, at - interval '1 day'
     from (select id, row_number() over (order by id) as n from book) b,
       lateral (select now() - ($1::integer - b.n) * interval '90 days' / $1 - interval '1 h' as at)
     where b.n <= $1`,
    [size.coupons, each],
  );
  const { rows } = await client.query<{ id: string; serial: number }>('select id, serial from coupon');
  await client.query(
    `insert into user_coupon (coupon_id, sequence, user_id, code, reading_days, created_at, expires_at, used_at, readable_until, revoked_at)
     select c.id, n, u.id, given.serial_part || translate(upper(substr(md5(c.serial || '-' || n), 1, 12)), '0123456789ABCDEF', '34679ACDEFGHJKMN'),
       30, at, at + interval '3 days',
       case when n % 10 < 3 then at + interval '1 hour' end, case when n % 10 < 3 then at + interval '30 days' end,
       case when n % 100 = 7 then at + interval '2 hours' end
     from coupon c
     join unnest($1::uuid[], $2::text[]) as given(id, serial_part) using (id)
     cross join generate_series(1, $3::integer) n
     join (select id, row_number() over (order by id) as place from "user") u on u.place = 1 + (c.serial * 7919 + n) % $4
     cross join lateral (select c.starts_at + (n / 250) * interval '80 ms' as at)`,
    [rows.map(({ id }) => id), rows.map(({ serial }) => passCode(serial, '')), each, size.readers],
  );
  await client.query(
    `insert into audit_entry (id, at, actor_name, actor_role, action, object_type, object_id, object_label, before, after)
     select gen_random_uuid(), now() - n * interval '90 days' / $1, 'operator-' || n % 7, 'OPERATOR',
       (array['coupon.update', 'coupon.pause', 'coupon.resume', 'userCoupon.revoke'])[1 + n % 4], 'COUPON', gen_random_uuid(),
       'DROP-' || lpad((1 + n % $2)::text, 6, '0'), '{"status": "ACTIVE"}', '{"status": "PAUSED"}'
     from generate_series(1, $1::integer) n`,
    [size.auditEntries, size.coupons],
  );
  await client.query(`set session_replication_role = origin`);
  await client.query('vacuum analyze');
  await client.query('checkpoint');

  const admin = await client.query<{ id: string }>(
    `insert into "user" (id, username, username_key, role) values (gen_random_uuid(), 'the-admin', 'the-admin', 'ADMIN') returning id`,
  );
  const found = await client.query(
    `select b.id as "bookId", c.id as "couponId", c.number as "couponNumber", p.code as "passCode", u.id as "readerId", u.username as "readerName"
     from coupon c join book b on b.id = c.book_id join user_coupon p on p.coupon_id = c.id and p.sequence = 1 join "user" u on u.id = p.user_id
     where c.number = 'DROP-' || lpad($1::text, 6, '0')`,
    [Math.ceil(size.coupons / 2)],
  );
  return { ...known.parse(found.rows[0]), adminId: z.string().parse(admin.rows[0]?.id) };
}
