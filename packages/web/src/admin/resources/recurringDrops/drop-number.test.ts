import { expect, test } from 'vitest';

import { dropNumber } from '#admin/resources/recurringDrops/drop-number.ts';

test.each([
  ['noon-{yyyymmdd}', 'NOON-20261127'],
  ['A{DD}-{MM}-{YY}', 'A27-11-26'],
  ['NOON-{YYYYMM', undefined],
  ['NOON-{WEEK}', undefined],
])('%s on the 27th of November 2026 is %s', (pattern, number) => {
  expect(dropNumber(pattern, '2026-11-27')).toBe(number);
});
