import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Database } from '#platform/database.js';

type Store = Pick<Database, 'pool'>;

const HOUR_MS = 3_600_000;
const unique = () => randomBytes(5).toString('hex');

/** Readers without a password; log them in with `tokenFor`. */
export async function buildUsers({ pool }: Store, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => uuid());
  await pool.query(
    `insert into "user" (id, username, username_key) select id, name, name
     from unnest($1::uuid[], $2::text[]) as given(id, name)`,
    [ids, ids.map(() => `reader-${unique()}`)],
  );
  return ids;
}

export async function buildUser(store: Store): Promise<string> {
  const [id = ''] = await buildUsers(store, 1);
  return id;
}

export async function buildBook({ pool }: Store, overrides: { title?: string } = {}): Promise<string> {
  const id = uuid();
  const { title = '무정' } = overrides;
  await pool.query(`insert into book (id, title, author, description) values ($1, $2, '이광수', '')`, [id, title]);
  return id;
}

export interface CouponOverrides {
  readonly bookId?: string;
  readonly totalQuantity?: number;
  readonly status?: 'ACTIVE' | 'PAUSED' | 'COMPLETE';
  readonly visibility?: 'LISTED' | 'KEPT' | 'UNLISTED';
  /** Counted from now. */
  readonly opensInMs?: number;
  readonly endsInMs?: number;
  readonly useWithinDays?: number;
  readonly readingDays?: number;
}

/** An open coupon with 10 passes unless told otherwise. */
export async function buildCoupon(
  store: Store,
  overrides: CouponOverrides = {},
): Promise<{ id: string; number: string; bookId: string }> {
  const coupon = {
    bookId: overrides.bookId ?? (await buildBook(store)),
    totalQuantity: 10,
    status: 'ACTIVE',
    visibility: 'LISTED',
    opensInMs: -HOUR_MS,
    endsInMs: HOUR_MS,
    useWithinDays: 3,
    readingDays: 30,
    ...overrides,
  };
  const id = uuid();
  const number = `TEST-${unique().toUpperCase()}`;
  await store.pool.query(
    `insert into coupon (id, book_id, number, total_quantity, status, visibility, starts_at, ends_at, use_within_days, reading_days)
     values ($1, $2, $3, $4, $5, $6, now() + $7 * interval '1 ms', now() + $8 * interval '1 ms', $9, $10)`,
    [
      id,
      coupon.bookId,
      number,
      coupon.totalQuantity,
      coupon.status,
      coupon.visibility,
      coupon.opensInMs,
      coupon.endsInMs,
      coupon.useWithinDays,
      coupon.readingDays,
    ],
  );
  return { id, number, bookId: coupon.bookId };
}
