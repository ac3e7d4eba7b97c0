import type { Pool } from 'pg';

/** One rule that every row must keep, as the query that finds the rows that break it. */
interface Check {
  readonly rule: string;
  readonly broken: string;
}

// Invariants 1 and 2 of docs/concurrency.md, looked at without trusting any constraint.
const checks: readonly Check[] = [
  {
    rule: 'quantity = totalQuantity - issuedQuantity, and never below 0',
    broken: `select 'coupon ' || number as what, format('total %s, issued %s, left %s', total_quantity, issued_quantity, quantity) as how
             from coupon where quantity <> total_quantity - issued_quantity or quantity < 0 or issued_quantity < 0`,
  },
  {
    rule: 'issuedQuantity is the number of passes',
    broken: `select 'coupon ' || c.number as what, format('says %s, has %s', c.issued_quantity, count(p.coupon_id)) as how
             from coupon c left join user_coupon p on p.coupon_id = c.id
             group by c.id, c.number, c.issued_quantity having c.issued_quantity <> count(p.coupon_id)`,
  },
  {
    rule: 'sequences are 1…issuedQuantity without a gap',
    broken: `select 'coupon ' || c.number as what, format('%s passes numbered %s to %s', count(*), min(sequence), max(sequence)) as how
             from user_coupon p join coupon c on c.id = p.coupon_id
             group by c.id, c.number having min(sequence) <> 1 or max(sequence) <> count(*) or count(distinct sequence) <> count(*)`,
  },
  {
    rule: 'at most one pass per reader and coupon',
    broken: `select 'coupon ' || c.number as what, format('reader %s holds %s', p.user_id, count(*)) as how
             from user_coupon p join coupon c on c.id = p.coupon_id group by c.id, c.number, p.user_id having count(*) > 1`,
  },
  {
    rule: 'every code is unique',
    broken: `select 'code ' || code as what, format('stands on %s passes', count(*)) as how from user_coupon group by code having count(*) > 1`,
  },
  {
    rule: 'every pass belongs to a coupon and a reader that exist',
    broken: `select 'pass ' || p.code as what, 'its coupon or its reader is gone' as how
             from user_coupon p left join coupon c on c.id = p.coupon_id left join "user" u on u.id = p.user_id
             where c.id is null or u.id is null`,
  },
  {
    rule: 'returnedQuantity is the number of passes that went back to stock, and those are revoked',
    broken: `select 'coupon ' || c.number as what,
               format('says %s, has %s, %s of them not revoked', c.returned_quantity, count(p.coupon_id), count(p.coupon_id) filter (where p.revoked_at is null)) as how
             from coupon c left join user_coupon p on p.coupon_id = c.id and p.returned_to_stock
             group by c.id, c.number, c.returned_quantity
             having c.returned_quantity <> count(p.coupon_id) or count(p.coupon_id) filter (where p.revoked_at is null) > 0`,
  },
  {
    rule: 'a coupon with nothing left is COMPLETE',
    broken: `select 'coupon ' || number as what, 'is ' || status as how from coupon where quantity <= 0 and status <> 'COMPLETE'`,
  },
];

/** A day: a table of a hundred million passes takes its time. */
const PATIENCE_MS = 24 * 3_600_000;
/** How many breaches of one rule are listed. */
const LISTED_MAX = 20;

export interface CheckResult {
  readonly rule: string;
  /** At most 20 of them, in words. */
  readonly breaches: readonly string[];
}

export interface VerifyReport {
  readonly coupons: number;
  readonly passes: number;
  readonly checks: readonly CheckResult[];
}

/** The tables' names stand for one coupon and its passes: the checks need not know. */
const ONE_COUPON = `with coupon as (select * from coupon where id = $1::uuid),
  user_coupon as (select * from user_coupon where coupon_id = $1::uuid)`;

/**
 * Checks invariants 1 and 2 on a live database, of all coupons or of one. One REPEATABLE READ snapshot for all
 * checks, so that drops in progress cannot make them disagree; it locks nothing and writes nothing.
 */
export async function verify(pool: Pool, { couponId }: { couponId?: string } = {}): Promise<VerifyReport> {
  const scope = couponId === undefined ? { text: '', values: [] } : { text: ONE_COUPON, values: [couponId] };
  const client = await pool.connect();
  try {
    await client.query(`begin isolation level repeatable read read only; set local statement_timeout = 0`);
    const { rows } = await client.query<{ coupons: number; passes: number }>(
      `${scope.text} select (select count(*)::integer from coupon) as coupons, (select count(*)::integer from user_coupon) as passes`,
      scope.values,
    );
    const results: CheckResult[] = [];
    for (const { rule, broken } of checks) {
      const text = `${scope.text} ${broken} limit ${LISTED_MAX}`;
      const query = { text, values: scope.values, query_timeout: PATIENCE_MS };
      const found = await client.query<{ what: string; how: string }>(query);
      results.push({ rule, breaches: found.rows.map(({ what, how }) => `${what}: ${how}`) });
    }
    await client.query('commit');
    return { coupons: rows[0]?.coupons ?? 0, passes: rows[0]?.passes ?? 0, checks: results };
  } finally {
    client.release(true);
  }
}
