import type { Book, Coupon, EventBook } from '@pagedrop/sdk';

/** One drop on the page: a coupon with its book. */
export interface Drop {
  book: Book;
  coupon: Coupon;
  /** The server no longer lists it. */
  gone: boolean;
}

/**
 * The drops on the page after another answer of the server. Cards keep their place as long as the page is open, and
 * one that has just sold out stays to say so instead of vanishing under the reader's finger; new ones come last.
 * @param now milliseconds of the server's clock
 */
export function mergeShelf(shelf: readonly Drop[], books: readonly EventBook[], now: number): Drop[] {
  const incoming = new Map<string, Drop>();
  for (const book of books) {
    for (const coupon of book.coupons) incoming.set(coupon.id, { book, coupon, gone: false });
  }
  const kept = shelf.map((drop) => incoming.get(drop.coupon.id) ?? { ...drop, gone: true });
  const known = new Set(shelf.map((drop) => drop.coupon.id));
  const added = [...incoming.values()].filter((drop) => !known.has(drop.coupon.id));
  return [...kept, ...added.toSorted((one, other) => rank(one, now) - rank(other, now) || byTime(one, other, now))];
}

/** The drop for the top of the page: the next to open, else the open one that ends first, else the first. */
export function pickHero(shelf: readonly Drop[], now: number): Drop | undefined {
  const sorted = shelf.toSorted((one, other) => byTime(one, other, now));
  return sorted.find((drop) => rank(drop, now) === UPCOMING) ?? sorted.find((drop) => rank(drop, now) === OPEN);
}

/** Nothing of this drop can be had any more. A pause is not the end. */
export function isOver({ coupon, gone }: Drop, now: number): boolean {
  return gone || coupon.status === 'COMPLETE' || coupon.quantity <= 0 || Date.parse(coupon.endsAt) <= now;
}

/**
 * For each drop of a book that stands on the page more than once, which one it is: 1 for the first after the earliest.
 * The earliest is not in the map.
 */
export function laterRounds(shelf: readonly Drop[]): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  const rounds = new Map<string, number>();
  const inTime = shelf.toSorted((one, other) => Date.parse(one.coupon.startsAt) - Date.parse(other.coupon.startsAt));
  for (const { book, coupon } of inTime) {
    const earlier = seen.get(book.id) ?? 0;
    if (earlier > 0) rounds.set(coupon.id, earlier);
    seen.set(book.id, earlier + 1);
  }
  return rounds;
}

const OPEN = 0;
const UPCOMING = 1;
const CLOSED = 2;

function rank(drop: Drop, now: number): number {
  const { coupon } = drop;
  if (coupon.status !== 'ACTIVE' || isOver(drop, now)) return CLOSED;
  return Date.parse(coupon.startsAt) > now ? UPCOMING : OPEN;
}

/** What opens or ends sooner comes first; what does so together stays in the server's order. */
function byTime(one: Drop, other: Drop, now: number): number {
  const instant = ({ coupon }: Drop) => {
    const startsAt = Date.parse(coupon.startsAt);
    return startsAt > now ? startsAt : Date.parse(coupon.endsAt);
  };
  return instant(one) - instant(other);
}
