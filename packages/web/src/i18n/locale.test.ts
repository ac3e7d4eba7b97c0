import { describe, expect, it } from 'vitest';

import { pickLocale } from '#i18n/locale.ts';

describe('pickLocale', () => {
  it('takes the first language that the page speaks', () => {
    expect(pickLocale(['fr-FR', 'en-GB', 'ko'])).toBe('en');
    expect(pickLocale(['ko-KR', 'en'])).toBe('ko');
  });

  it('falls back to Korean', () => {
    expect(pickLocale([])).toBe('ko');
    expect(pickLocale(['de', 'ja-JP'])).toBe('ko');
  });
});
