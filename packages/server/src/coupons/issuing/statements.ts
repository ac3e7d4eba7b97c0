import type { ClientBase, Pool } from 'pg';
import { z } from 'zod';
import { couponColumns, couponRow, passColumns, passRow, type CouponRow, type PassRow } from '#coupons/coupon-rows.js';
import type { Claim } from '#coupons/issuing/claim.js';
import { passCode } from '#coupons/pass-code.js';

type Connection = Pick<ClientBase | Pool, 'query'>;

/** A coupon and the database's clock, read in one statement. */
export interface CouponAtTime {
  readonly coupon: CouponRow;
  readonly now: Date;
}

/** The statements of one batch, in the order in which they run. A race test swaps one to see the suite go red. */
export interface IssueStatements {
  readonly lockCoupon: string;
  readonly findHeld: string;
  readonly insertPasses: string;
}

export const issueStatements: IssueStatements = {
  // First of all, before any row that refers to the coupon: the foreign key takes a share lock on it, and two
  // batches that each held that share and then wanted this lock would wait for each other for ever.
  lockCoupon: `
    select ${couponColumns}, now() from coupon c join book b on b.id = c.book_id
    where c.number = $1 for update of c`,

  // $1 coupon, $2 users
  findHeld: `select ${passColumns} from user_coupon p where p.coupon_id = $1 and p.user_id = any($2::uuid[])`,

  // $1 coupon, $2 passes issued before, $3 users, $4 codes (both in order of arrival), $5 how many at the most,
  // $6 and $7 the pass's two clocks in days. A user who is gone takes no pass and no place. Rows and count move
  // in one statement.
  insertPasses: `
    with winner as (
      select u.id as user_id, claim.code, claim.place
      from unnest($3::uuid[], $4::text[]) with ordinality as claim(user_id, code, place)
      join "user" u on u.id = claim.user_id
      order by claim.place limit $5
    ), p as (
      insert into user_coupon (coupon_id, sequence, user_id, code, reading_days, created_at, expires_at)
      select $1::uuid, $2::integer + (row_number() over (order by place))::integer, user_id, code,
        $7::integer, now(), now() + make_interval(days => $6::integer)
      from winner
      returning *
    ), counted as (
      update coupon set
        issued_quantity = issued_quantity + (select count(*) from p),
        status = case when issued_quantity + (select count(*) from p) >= total_quantity then 'COMPLETE' else status end
      where id = $1::uuid and exists (select from p)
    )
    select ${passColumns} from p`,
};

const nowRow = z.object({ now: z.string().transform((text) => new Date(text)) });

/** Takes the coupon's row lock, waiting for whoever holds it. Undefined: no coupon has this number. */
export async function lockCoupon(client: Connection, sql: string, number: string): Promise<CouponAtTime | undefined> {
  const { rows } = await client.query(sql, [number]);
  return readCoupon(rows);
}

/** A plain look without a lock: a third of a transaction's price, and enough to refuse. */
export async function lookAtCoupon(client: Connection, number: string): Promise<CouponAtTime | undefined> {
  const { rows } = await client.query(
    `select ${couponColumns}, now() from coupon c join book b on b.id = c.book_id where c.number = $1`,
    [number],
  );
  return readCoupon(rows);
}

/** The passes that these users hold already. */
export async function findHeldPasses(
  client: Connection,
  sql: string,
  couponId: string,
  userIds: readonly string[],
): Promise<PassRow[]> {
  const { rows } = await client.query(sql, [couponId, userIds]);
  return z.array(passRow).parse(rows);
}

/** Gives passes to the first `limit` of the claims whose users exist; only under the coupon's row lock. */
export async function insertPasses(
  client: Connection,
  sql: string,
  coupon: CouponRow,
  claims: readonly Claim[],
): Promise<PassRow[]> {
  const { rows } = await client.query(sql, [
    coupon.id,
    coupon.issuedQuantity,
    claims.map(({ userId }) => userId),
    claims.map(({ secret }) => passCode(coupon.serial, secret)),
    coupon.quantity,
    coupon.useWithinDays,
    coupon.readingDays,
  ]);
  return z.array(passRow).parse(rows);
}

function readCoupon(rows: readonly unknown[]): CouponAtTime | undefined {
  const [row] = rows;
  return row === undefined ? undefined : { coupon: couponRow.parse(row), now: nowRow.parse(row).now };
}
