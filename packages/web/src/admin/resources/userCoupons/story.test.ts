import { expect, test } from 'vitest';

import type { StaffAuditEntryFieldsFragment } from '#admin/generated/operations.ts';
import type { Pass } from '#admin/resources/userCoupons/pass.ts';
import { storyOf } from '#admin/resources/userCoupons/story.ts';

const day = (n: number) => `2026-11-${String(n).padStart(2, '0')}T03:00:00.000Z`;
const now = Date.parse(day(28));

function aPass(overrides: Partial<Pass> = {}): Pass {
  return {
    id: 'c:1',
    sequence: 1,
    code: '3336-9E99-ATRK-CWXM',
    isUsed: false,
    createdAt: day(1),
    expiresAt: day(30),
    usedAt: null,
    readingDays: 30,
    readableUntil: null,
    revokedAt: null,
    returnedToStock: false,
    coupon: {
      id: 'c',
      number: 'DROP-1',
      totalQuantity: 10,
      book: { id: 'b', title: '무정', author: '이광수', coverUrl: null },
    },
    user: { id: 'u', username: 'haru' },
    ...overrides,
  };
}

function entry(action: string, at: string, before: unknown, after: unknown): StaffAuditEntryFieldsFragment {
  return {
    id: at,
    at,
    actorId: 's',
    actorName: 'mina',
    actorRole: 'SUPPORT',
    action,
    objectType: 'USER_COUPON',
    objectId: 'c:1',
    objectLabel: '33369E99ATRKCWXM',
    before,
    after,
    note: '이유',
  };
}

const kinds = (...given: Parameters<typeof storyOf>) => storyOf(...given).map(({ kind, at }) => [kind, at]);

test('a use that was undone is told too, though the row has forgotten it', () => {
  const log = [entry('userCoupon.undoUse', day(6), { usedAt: day(5), readableUntil: day(20) }, { usedAt: null })];
  expect(kinds(aPass({ usedAt: day(7), isUsed: true, readableUntil: day(29) }), log, now)).toEqual([
    ['issued', day(1)],
    ['used', day(5)],
    ['undoUse', day(6)],
    ['used', day(7)],
  ]);
});

test('whichever clock was moved, the story says from when to when, who and why', () => {
  const log = [
    entry('userCoupon.extend', day(2), { expiresAt: day(4) }, { expiresAt: day(9) }),
    entry('userCoupon.extend', day(3), { readableUntil: day(8) }, { readableUntil: day(30) }),
  ];
  expect(storyOf(aPass(), log, now).slice(1)).toMatchObject([
    { kind: 'extend', moved: { before: day(4), after: day(9) }, by: { name: 'mina', note: '이유' } },
    { kind: 'extend', moved: { before: day(8), after: day(30) } },
  ]);
});

test('a revocation says whether the pass went back to stock, and stands once', () => {
  const revoked = aPass({ revokedAt: day(3), returnedToStock: true });
  const log = [entry('userCoupon.revoke', day(3), { revokedAt: null }, { revokedAt: day(3), returnedToStock: true })];
  expect(kinds(revoked, log, now)).toEqual([
    ['issued', day(1)],
    ['revokeReturned', day(3)],
  ]);
  expect(kinds(revoked, [], now)).toEqual(kinds(revoked, log, now));
});

test('what the clock ended is told: a use missed, a reading over', () => {
  expect(kinds(aPass({ expiresAt: day(4) }), [], now).at(-1)).toEqual(['expired', day(4)]);
  expect(kinds(aPass({ usedAt: day(2), readableUntil: day(20) }), [], now).at(-1)).toEqual(['readingOver', day(20)]);
  expect(kinds(aPass(), [], now)).toEqual([['issued', day(1)]]);
});
