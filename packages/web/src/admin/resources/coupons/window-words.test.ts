import { expect, test } from 'vitest';

import { windowWords } from '#admin/resources/coupons/window-words.ts';

const window = { startsAt: '2026-11-27T03:00:00Z', endsAt: '2026-11-28T03:00:00Z' };
const at = (iso: string) => windowWords('en', window, Date.parse(iso));

test.each([
  ['2026-11-20T02:00:00Z', { key: 'opens', when: 'in 7 days' }],
  ['2026-11-26T01:00:00Z', { key: 'opens', when: 'in 26 hours' }],
  ['2026-11-27T02:00:30Z', { key: 'opens', when: 'in 59 minutes' }],
  ['2026-11-27T02:59:00Z', { key: 'opens', when: 'in 1 minute' }],
  ['2026-11-27T02:59:01Z', { key: 'opens', when: 'in under a minute' }],
  ['2026-11-27T02:59:59Z', { key: 'opens', when: 'in under a minute' }],
  ['2026-11-27T03:00:00Z', { key: 'ends', when: 'in 24 hours' }],
  ['2026-11-28T03:00:00Z', { key: 'ended', when: 'just now' }],
  ['2026-11-28T03:01:00Z', { key: 'ended', when: '1 minute ago' }],
  ['2026-12-01T03:00:00Z', { key: 'ended', when: '3 days ago' }],
])('at %s: %o', (iso, words) => {
  expect(at(iso)).toMatchObject(words);
});

test('in Korean', () => {
  expect(windowWords('ko', window, Date.parse('2026-11-27T00:00:00Z')).when).toBe('3시간 후');
  expect(windowWords('ko', window, Date.parse('2026-11-27T02:59:30Z')).when).toBe('1분 안에');
  expect(windowWords('ko', window, Date.parse('2026-11-28T03:00:30Z')).when).toBe('방금');
});
