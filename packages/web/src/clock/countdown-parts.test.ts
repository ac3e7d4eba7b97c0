import { describe, expect, it } from 'vitest';

import { countdownText } from '#clock/countdown-parts.ts';

describe('countdownText', () => {
  it('has always two digits', () => {
    expect(countdownText(12 * 60_000 + 31_000, '일')).toBe('00:12:31');
    expect(countdownText(23 * 3_600_000, '일')).toBe('23:00:00');
  });

  it('reads zero only when it is over', () => {
    expect(countdownText(1, '일')).toBe('00:00:01');
    expect(countdownText(0, '일')).toBe('00:00:00');
    expect(countdownText(-5_000, '일')).toBe('00:00:00');
  });

  it('counts days apart', () => {
    expect(countdownText(2 * 86_400_000 + 4 * 3_600_000 + 5_000, '일')).toBe('2일 04:00:05');
    expect(countdownText(86_400_000, 'd')).toBe('1d 00:00:00');
  });
});
