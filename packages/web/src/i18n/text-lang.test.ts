import { describe, expect, it } from 'vitest';

import { textLang } from '#i18n/text-lang.ts';

describe('textLang', () => {
  it('goes by the script of the text alone', () => {
    expect(textLang('메밀꽃 필 무렵')).toBe('ko');
    expect(textLang('Emma, 제인 오스틴')).toBe('ko');
    expect(textLang('Emma')).toBeUndefined();
  });
});
