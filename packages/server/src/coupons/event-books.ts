import type { CouponsContext } from '#coupons/coupons-context.js';
import { findEventCoupons } from '#coupons/event-coupons.js';
import { presentBook, presentCoupon } from '#coupons/present.js';
import type { BookType } from '#catalog/book.types.js';
import type { CouponType } from '#coupons/coupon.types.js';

/** A book in the event with its coupons; Book.coupons finds them here without asking again. */
export type EventBook = BookType & { readonly coupons: readonly CouponType[] };

/** The books that are in an event, each with its coupons on the page, in one query. */
export async function eventBooks(context: Pick<CouponsContext, 'database'>): Promise<EventBook[]> {
  const rows = await findEventCoupons(context.database.pool);
  return [...Map.groupBy(rows, ({ bookId }) => bookId).values()].flatMap((coupons) => {
    const [first] = coupons;
    return first ? [Object.assign(presentBook(first), { coupons: coupons.map(presentCoupon) })] : [];
  });
}

const perRequest = new WeakMap<object, Promise<EventBook[]>>();

/** The coupons on the page of one book, for books that came from elsewhere: one query per request, however many books. */
export async function eventCouponsOf(
  context: Pick<CouponsContext, 'database'>,
  bookId: string,
): Promise<readonly CouponType[]> {
  const loading = perRequest.get(context) ?? eventBooks(context);
  perRequest.set(context, loading);
  return (await loading).find(({ id }) => id === bookId)?.coupons ?? [];
}
