import type { Coupon, EventBook } from '@pagedrop/sdk';
import { describe, expect, it } from 'vitest';

import { isOver, laterRounds, mergeShelf, pickHero } from '#features/events/shelf.ts';

const NOW = Date.parse('2026-11-22T03:00:00Z');

function book(id: string, coupon: Partial<Coupon> = {}): EventBook {
  const known: Coupon = {
    id,
    number: `N-${id}`,
    status: 'ACTIVE',
    totalQuantity: 100,
    issuedQuantity: 40,
    quantity: 60,
    startsAt: new Date(NOW - 3_600_000).toISOString(),
    endsAt: new Date(NOW + 3_600_000).toISOString(),
    useWithinDays: 3,
    readingDays: 30,
  };
  return { id, title: id, author: '', description: '', coverUrl: null, coupons: [{ ...known, ...coupon }] };
}

const soon = (minutes: number) => ({ startsAt: new Date(NOW + minutes * 60_000).toISOString() });
const ids = (shelf: ReturnType<typeof mergeShelf>) => shelf.map((drop) => drop.coupon.id);

describe('mergeShelf', () => {
  it('puts open drops first, then those to come by their time, then the closed', () => {
    const books = [book('gone', { quantity: 0 }), book('late', soon(20)), book('soon', soon(5)), book('open')];
    expect(ids(mergeShelf([], books, NOW))).toEqual(['open', 'soon', 'late', 'gone']);
  });

  it('keeps places, keeps what the server dropped, adds new ones last', () => {
    const first = mergeShelf([], [book('a'), book('b'), book('c')], NOW);
    const next = mergeShelf(first, [book('c', { quantity: 1 }), book('new'), book('a')], NOW);
    expect(ids(next)).toEqual(['a', 'b', 'c', 'new']);
    expect(next.map((drop) => drop.gone)).toEqual([false, true, false, false]);
    expect(next[2]?.coupon.quantity).toBe(1);
  });

  it('takes a drop back that the server lists again', () => {
    const shelf = mergeShelf(mergeShelf([], [book('a')], NOW), [], NOW);
    expect(mergeShelf(shelf, [book('a')], NOW)[0]?.gone).toBe(false);
  });
});

describe('pickHero', () => {
  it('takes the next to open, else an open one', () => {
    const shelf = mergeShelf([], [book('open'), book('late', soon(20)), book('soon', soon(5))], NOW);
    expect(pickHero(shelf, NOW)?.coupon.id).toBe('soon');
    expect(pickHero(mergeShelf([], [book('open'), book('full', { quantity: 0 })], NOW), NOW)?.coupon.id).toBe('open');
    expect(pickHero([], NOW)).toBeUndefined();
  });
});

describe('isOver', () => {
  it('is the end, but not a pause', () => {
    const over = (coupon: Partial<Coupon>) => mergeShelf([], [book('a', coupon)], NOW).map((drop) => isOver(drop, NOW));
    expect(over({})).toEqual([false]);
    expect(over({ status: 'PAUSED' })).toEqual([false]);
    expect(over({ quantity: 0 })).toEqual([true]);
    expect(over({ status: 'COMPLETE' })).toEqual([true]);
    expect(over({ endsAt: new Date(NOW).toISOString() })).toEqual([true]);
  });
});

describe('laterRounds', () => {
  it('marks the later drops of the same book, wherever they stand', () => {
    const [now, later, last] = [book('now'), book('later', soon(5)), book('last', soon(20))];
    const coupons = [later, last, now].flatMap((each) => each.coupons);
    const shelf = mergeShelf([], [{ ...now, coupons }, book('other')], NOW);
    expect([...laterRounds(shelf)]).toEqual([
      ['later', 1],
      ['last', 2],
    ]);
  });
});
