import { BOOKS_IN_EVENT, DESCRIPTION } from '#bench/database/event-books.js';

/** What an event page of `BOOKS_IN_EVENT` books weighs, made up: for a server that answers a constant. */
export function eventPage(): string {
  const instant = new Date(0).toISOString();
  const coupon = {
    id: crypto.randomUUID(),
    number: 'EVENT-01',
    status: 'ACTIVE',
    totalQuantity: 1000,
    issuedQuantity: 0,
    quantity: 1000,
    startsAt: instant,
    endsAt: instant,
    useWithinDays: 3,
    readingDays: 30,
  };
  const book = {
    id: crypto.randomUUID(),
    title: '무정 10',
    author: '이광수',
    description: DESCRIPTION,
    coverUrl: null,
    coupons: [coupon],
  };
  const activeEventBooks = Array.from({ length: BOOKS_IN_EVENT }, () => book);
  return JSON.stringify({ data: { serverTime: instant, activeEventBooks } });
}
