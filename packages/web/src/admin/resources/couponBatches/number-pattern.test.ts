import { expect, test } from 'vitest';

import { exampleNumbers, roomOf } from '#admin/resources/couponBatches/number-pattern.ts';

test.each([
  [1_100, 8],
  [1_101, 9],
  [26_000, 9],
  [100_000, 10],
])('%i codes want %i ?', (count, needs) => {
  expect(roomOf('SPRING-????-????', count)).toEqual({ has: 8, needs });
});

test('examples keep what is given and differ in the rest', () => {
  const numbers = exampleNumbers(' spring-????-???? ', 20);
  expect(new Set(numbers).size).toBe(20);
  for (const number of numbers) expect(number).toMatch(/^SPRING-[3-9A-Y]{4}-[3-9A-Y]{4}$/);
});
