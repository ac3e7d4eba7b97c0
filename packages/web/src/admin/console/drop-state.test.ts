import { describe, expect, it } from 'vitest';

import { whyNot, type ActionName } from '#admin/console/actions/why-not.ts';
import { dropState } from '#admin/console/drop-state.ts';

const coupon = {
  status: 'ACTIVE',
  quantity: 588,
  issuedQuantity: 412,
  totalQuantity: 1000,
  startsAt: '2026-11-22T03:00:00Z',
  endsAt: '2026-11-22T04:00:00Z',
} as const;
const before = Date.parse('2026-11-22T02:59:00Z');
const during = Date.parse('2026-11-22T03:30:00Z');
const after = Date.parse('2026-11-22T04:00:00Z');
const soldOut = { ...coupon, status: 'COMPLETE', quantity: 0, issuedQuantity: 1000 } as const;
const closed = { ...coupon, status: 'COMPLETE' } as const;
const paused = { ...coupon, status: 'PAUSED' } as const;

describe('dropState', () => {
  it.each([
    ['opens', coupon, before],
    ['open', coupon, during],
    ['over', coupon, after],
    ['paused', paused, before],
    ['paused', paused, during],
    ['over', paused, after],
    ['soldOut', soldOut, during],
    ['soldOut', soldOut, after],
    ['closed', closed, during],
  ] as const)('is %s', (name, facts, now) => {
    expect(dropState(facts, now).name).toBe(name);
  });

  it('counts down to the opening, then to the end, then to nothing', () => {
    expect(dropState(coupon, before)).toMatchObject({ opensInMs: 60_000, endsInMs: undefined });
    expect(dropState(coupon, during)).toMatchObject({ opensInMs: undefined, endsInMs: 1_800_000 });
    expect(dropState(coupon, after)).toMatchObject({ opensInMs: undefined, endsInMs: undefined });
  });
});

describe('whyNot', () => {
  const actions = ['pause', 'resume', 'topUp', 'lower', 'close'] satisfies ActionName[];
  const reasons = (facts: Parameters<typeof whyNot>[1], now: number) =>
    actions.map((action) => whyNot(action, facts, now));

  it('offers everything before and while it is open or paused', () => {
    for (const facts of [coupon, paused]) {
      expect(reasons(facts, before)).toEqual(Array(5).fill(undefined));
      expect(reasons(facts, during)).toEqual(Array(5).fill(undefined));
    }
  });

  it('offers to top up what is sold out, until its window ends', () => {
    expect(reasons(soldOut, during)).toEqual(['soldOut', 'soldOut', undefined, 'soldOut', 'soldOut']);
    expect(reasons(soldOut, after)).toEqual(Array(5).fill('soldOut'));
  });

  it('offers nothing for what is closed or over', () => {
    expect(reasons(closed, during)).toEqual(Array(5).fill('closed'));
    expect(reasons(coupon, after)).toEqual(Array(5).fill('over'));
  });

  it('does not offer to lower a total of one', () => {
    const one = { ...coupon, quantity: 1, issuedQuantity: 0, totalQuantity: 1 };
    expect(whyNot('lower', one, during)).toBe('least');
  });
});
