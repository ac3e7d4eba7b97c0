import { expect, test } from 'vitest';

import { couponDefaults, nextNoon, nextWeek, suggestNumber } from '#admin/resources/coupons/form/coupon-defaults.ts';

test.each([
  ['2026-11-27T02:59:59Z', '2026-11-27T03:00:00.000Z'],
  ['2026-11-27T03:00:00Z', '2026-11-28T03:00:00.000Z'],
  ['2026-11-26T15:30:00Z', '2026-11-27T03:00:00.000Z'],
])('after %s the next noon in Korea is %s', (now, noon) => {
  expect(nextNoon(Date.parse(now)).toISOString()).toBe(noon);
});

test('a number says the day in Korea, and two are never alike', () => {
  const number = suggestNumber('2026-11-26T15:30:00Z');
  expect(number).toMatch(/^DROP-1127-[A-HJKMNP-Z2-9]{4}$/);
  expect(new Set(Array.from({ length: 20 }, () => suggestNumber('2026-11-26T15:30:00Z'))).size).toBeGreaterThan(15);
});

test('how many passes there are is typed by somebody', () => {
  expect(couponDefaults()).not.toHaveProperty('totalQuantity');
});

const coupon = {
  id: 'a',
  number: 'OLD-1',
  totalQuantity: 500,
  issuedQuantity: 500,
  quantity: 0,
  returnedQuantity: 0,
  status: 'COMPLETE',
  visibility: 'KEPT',
  startsAt: '2026-11-06T03:00:00.000Z',
  endsAt: '2026-11-06T04:00:00.000Z',
  useWithinDays: 3,
  readingDays: 30,
  createdAt: '2026-11-01T00:00:00.000Z',
  version: 7,
  batchId: null,
  recurringDropId: null,
  book: { id: 'b', title: '무정', author: '이광수', coverUrl: null },
} as const;

test.each([
  ['2026-11-07T00:00:00Z', '2026-11-13T03:00:00.000Z'],
  ['2026-11-01T00:00:00Z', '2026-11-13T03:00:00.000Z'],
  ['2026-11-22T00:00:00Z', '2026-11-27T03:00:00.000Z'],
])('a duplicate made at %s opens at %s, as long as before', (now, startsAt) => {
  const copy = nextWeek(coupon, Date.parse(now));
  expect(copy).toMatchObject({ bookId: 'b', totalQuantity: 500, visibility: 'KEPT', startsAt });
  expect(Date.parse(copy.endsAt) - Date.parse(copy.startsAt)).toBe(3_600_000);
  expect(copy.number).not.toBe('OLD-1');
  expect(copy).not.toHaveProperty('id');
});
