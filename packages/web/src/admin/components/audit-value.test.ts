import { expect, test } from 'vitest';

import { auditValue } from '#admin/components/audit-value.ts';

const means = { locale: 'en', translate: (key: string) => `[${key}]` } as const;

test.each([
  [null, '–'],
  ['', '–'],
  [12_000, '12,000'],
  [true, '[auditValues.true]'],
  ['PAUSED', '[auditValues.PAUSED]'],
  ['무정', '무정'],
  [[1, 2], '[1,2]'],
])('%j is read as %s', (value, words) => {
  expect(auditValue(value, means)).toBe(words);
});

test('a moment is read as one', () => {
  expect(auditValue('2026-11-27T03:00:00.000Z', means)).toMatch(/2026/);
  expect(auditValue('2026-11-27T03:00:00.000Z', means)).not.toContain('T03');
});
