import { describe, expect, it } from 'vitest';

import { codeGroups } from '#passes/code-groups.ts';
import { passState } from '#passes/pass-state.ts';

const now = Date.parse('2026-11-22T03:00:00Z');
const later = '2026-11-25T03:00:00Z';
const earlier = '2026-11-20T03:00:00Z';

describe('passState', () => {
  it('is unused until its date, exclusive', () => {
    expect(passState({ isUsed: false, expiresAt: later, revokedAt: null }, now)).toBe('unused');
    expect(passState({ isUsed: false, expiresAt: new Date(now).toISOString(), revokedAt: null }, now)).toBe('expired');
  });

  it('stays used after its date', () => {
    expect(passState({ isUsed: true, expiresAt: earlier, revokedAt: null }, now)).toBe('used');
  });

  it('is revoked before anything else', () => {
    expect(passState({ isUsed: true, expiresAt: later, revokedAt: earlier }, now)).toBe('revoked');
  });
});

describe('codeGroups', () => {
  it('groups by four with or without the server’s separators', () => {
    expect(codeGroups('ABCD-EFGH-JKMN')).toEqual(['ABCD', 'EFGH', 'JKMN']);
    expect(codeGroups('ABCDEFGHJK')).toEqual(['ABCD', 'EFGH', 'JK']);
    expect(codeGroups('')).toEqual([]);
  });
});
