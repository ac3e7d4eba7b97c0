import type { Pool } from 'pg';
import { amongIds, typed, within } from '#admin/lists/list-filters.js';
import { when, type Condition } from '#admin/lists/list.js';
import { clientId } from '#admin/staff-input.js';
import { namedIds } from '#admin/user-coupons/named-ids.js';
import { passSearch } from '#admin/user-coupons/pass-search.js';
import type { UserCouponFilter, UserCouponSort, UserCouponState } from '#admin/user-coupons/user-coupons.types.js';
import { readPassId } from '#coupons/present.js';

/** A rehearsal's passes are nobody's business here. There is one rehearsal at the most: the list keeps its index. */
const NO_REHEARSAL: Condition = () =>
  'p.coupon_id <> all (array(select coupon_id from rehearsal where coupon_id is not null))';

/** What the time of something asks for: that it has happened. It is also what the indexes by it contain. */
const SORTED: Readonly<Record<UserCouponSort, readonly Condition[]>> = {
  CREATED_AT: [],
  USED_AT: [() => 'p.used_at is not null'],
  REVOKED_AT: [() => 'p.revoked_at is not null'],
};

/** Each pass is in one of them, by the database's clock. */
const STATES: Readonly<Record<UserCouponState, string>> = {
  UNUSED: 'p.used_at is null and p.revoked_at is null and p.expires_at > now()',
  USED: 'p.used_at is not null and p.revoked_at is null',
  EXPIRED: 'p.used_at is null and p.revoked_at is null and p.expires_at <= now()',
  REVOKED: 'p.revoked_at is not null',
};

/** The conditions of a filter; what is searched for is looked up first. */
export async function passConditions(
  pool: Pool,
  { sort, filter }: { sort: UserCouponSort; filter?: UserCouponFilter | null },
): Promise<readonly Condition[]> {
  const search = typed(filter?.search);
  return [
    NO_REHEARSAL,
    ...SORTED[sort],
    ...(search === undefined ? [] : [await passSearch(pool, search)]),
    ...among(filter?.ids),
    ...amongIds('p.coupon_id', filter?.couponId ? [filter.couponId] : undefined),
    ...amongIds('p.user_id', filter?.userId ? [filter.userId] : undefined),
    ...(filter?.bookId ? [await ofBook(pool, filter.bookId)] : []),
    ...when(filter?.state, (states) => states.map((state) => `(${STATES[state]})`).join(' or ') || 'false'),
    ...within('p.created_at', filter?.createdFrom, filter?.createdTo),
  ];
}

async function ofBook(pool: Pool, bookId: string): Promise<Condition> {
  const { data: value } = clientId.safeParse(bookId);
  const query = 'select id from coupon where book_id =';
  const ofCoupons = value === undefined ? undefined : await namedIds(pool, 'p.coupon_id', { query, value });
  return ofCoupons ?? (() => 'false');
}

/** A pass is known by its coupon and its place in it. */
function among(ids: readonly string[] | null | undefined): readonly Condition[] {
  return when(ids, (all, place) => {
    const known = all.map(readPassId).filter((id) => id !== undefined);
    const couponIds = place(known.map(({ couponId }) => couponId));
    const sequences = place(known.map(({ sequence }) => sequence));
    return `(p.coupon_id, p.sequence) in (select * from unnest(${couponIds}::uuid[], ${sequences}::integer[]))`;
  });
}
