import { describe, expect, test } from 'vitest';

import { fromLocalDay, fromLocalMoment, toLocalDay, toLocalMoment } from '#admin/i18n/local-moment.ts';
import { momentWords } from '#admin/i18n/moment-words.ts';

const NOON_IN_SEOUL = '2026-11-27T03:00:00.000Z';

describe('moments by the operator’s clock', () => {
  test('what an input shows is the moment that it gives back', () => {
    expect(fromLocalMoment(toLocalMoment(NOON_IN_SEOUL))).toBe(NOON_IN_SEOUL);
    expect(toLocalDay(fromLocalDay('2026-11-27'))).toBe('2026-11-27');
  });

  test('a day ends where the next begins, also when the clocks change', () => {
    expect(fromLocalDay('2026-10-25', { after: 1 })).toBe(fromLocalDay('2026-10-26'));
  });

  test('what is no moment is none', () => {
    expect([toLocalMoment(null), toLocalMoment('tomorrow'), fromLocalMoment(''), fromLocalMoment('x')]).toEqual([
      '',
      '',
      null,
      null,
    ]);
    expect(fromLocalDay('')).toBeNull();
  });
});

describe('moments in words', () => {
  test('in Korea, or where the clocks show the same, one time is enough', () => {
    expect(momentWords('ko', NOON_IN_SEOUL, 'Asia/Seoul').kst).toBeNull();
    expect(momentWords('ko', NOON_IN_SEOUL, 'Asia/Tokyo').kst).toBeNull();
  });

  test('elsewhere Korea’s stands beside', () => {
    const { own, kst } = momentWords('en', NOON_IN_SEOUL, 'Europe/Berlin');
    expect(own).toContain('04:00');
    expect(kst).toContain('12:00');
  });
});
