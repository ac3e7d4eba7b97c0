import type { Pool } from 'pg';
import type { BookType } from '#catalog/book.types.js';
import { COUPON_CHANGED } from '#coupons/coupon-changed.js';
import type { CouponRow } from '#coupons/coupon-rows.js';
import type { CouponType } from '#coupons/coupon.types.js';
import { eventCoupons, findEventCoupons, type EventCoupons } from '#coupons/event-coupons.js';
import { presentBook, presentCoupon } from '#coupons/present.js';
import { calm } from '#platform/calm.js';
import type { Announcements } from '#platform/announcements.js';
import type { SharedText } from '#platform/shared-text.js';

/** How old a list may grow, in milliseconds: under a second, because an answer made of it lives on for a moment. */
export const EVENT_LIST_MAX_AGE_MS = 950;

/** How far a shared clock may be from this process's own last look at the database's: more is no matter of delays. */
const CLOCK_APART_MAX_MS = 2000;

/** A book in the event with its coupons on the page. */
export type EventBook = BookType & { readonly coupons: readonly CouponType[] };

interface Shelf {
  readonly books: readonly EventBook[];
  /** The database's clock, and this process's own at that moment, in milliseconds. */
  readonly databaseMs: number;
  readonly ownMs: number;
}

export interface EventListOptions {
  readonly pool: Pool;
  readonly announcements: Pick<Announcements, 'listen'>;
  /** What the servers share, when they have a Redis. */
  readonly shared?: SharedText | undefined;
  readonly maxAgeMs: number;
}

/**
 * What is on the event page, at most a second old: one query a second however many readers look, and with Redis one
 * for all servers together. It is for looking only: nothing it says decides who gets a pass.
 */
export class EventList {
  readonly #options: EventListOptions;
  #shelf: Shelf | undefined;
  #loading: Promise<Shelf> | undefined;
  /** Counts the changes that were announced: what was asked for before the last one may not show it. */
  #changes = 0;
  #sharedSince = 0;
  /** By how much the database's clock was before this process's own at its own last look; until then nothing is shared. */
  #clockMs: number | undefined;

  constructor(options: EventListOptions) {
    this.#options = options;
    const lookAgain = () => {
      this.#changes += 1;
      this.#shelf = undefined;
      this.#loading = undefined;
    };
    options.announcements.listen(COUPON_CHANGED, calm(lookAgain, lookAgain));
  }

  async books(): Promise<readonly EventBook[]> {
    return (await this.#read()).books;
  }

  /** The database's clock: the one that judges windows, the same for every server. */
  async serverTime(): Promise<Date> {
    const { databaseMs, ownMs } = await this.#read();
    return new Date(databaseMs + performance.now() - ownMs);
  }

  async #read(): Promise<Shelf> {
    if (this.#shelf && performance.now() - this.#shelf.ownMs < this.#options.maxAgeMs) return this.#shelf;
    if (this.#loading) return this.#loading;
    const changes = this.#changes;
    const loading = this.#load();
    this.#loading = loading;
    try {
      const shelf = await loading;
      if (changes === this.#changes) this.#shelf = shelf;
      return shelf;
    } finally {
      if (this.#loading === loading) this.#loading = undefined;
    }
  }

  async #load(): Promise<Shelf> {
    const { pool, shared } = this.#options;
    const changes = this.#changes;
    // After a change the shared list may still be the old one: the database is asked, and its answer shared.
    const askedMs = performance.now();
    const given = changes === this.#sharedSince && this.#clockMs !== undefined ? await readShared(shared) : undefined;
    const shelf = given && shelve(given.list, askedMs - given.ageMs);
    if (shelf && this.#hasOurTime(shelf)) return shelf;
    const { now, coupons } = await findEventCoupons(pool);
    const tookMs = performance.now() - askedMs;
    const list = { now: new Date(now.getTime() - tookMs), coupons }; // its clock when we asked, or a little earlier
    this.#sharedSince = changes;
    this.#clockMs = list.now.getTime() - askedMs;
    shared?.write(JSON.stringify(list), tookMs);
    return shelve(list, askedMs);
  }

  /** Whoever reaches Redis could open every reader's countdown at another time. */
  #hasOurTime({ databaseMs, ownMs }: Shelf): boolean {
    return this.#clockMs !== undefined && Math.abs(databaseMs - ownMs - this.#clockMs) <= CLOCK_APART_MAX_MS;
  }
}

/** Undefined for anything that is no list of ours: whoever reaches Redis can write there what he likes. */
async function readShared(shared: SharedText | undefined): Promise<{ list: EventCoupons; ageMs: number } | undefined> {
  const given = await shared?.read();
  if (!given) return undefined;
  try {
    return { list: eventCoupons.parse(JSON.parse(given.text)), ageMs: given.ageMs };
  } catch {
    return undefined;
  }
}

function shelve({ now, coupons }: EventCoupons, ownMs: number): Shelf {
  return { books: groupByBook(coupons), databaseMs: now.getTime(), ownMs };
}

function groupByBook(rows: readonly CouponRow[]): EventBook[] {
  return [...Map.groupBy(rows, ({ bookId }) => bookId).values()].flatMap((coupons) => {
    const [first] = coupons;
    return first ? [Object.assign(presentBook(first), { coupons: coupons.map(presentCoupon) })] : [];
  });
}
