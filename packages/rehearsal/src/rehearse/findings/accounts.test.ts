import { describe, expect, it } from 'vitest';
import { settleAccounts } from '#rehearse/findings/accounts.js';
import { doubleTapsOf } from '#rehearse/findings/double-taps.js';

const pass = (sequence: number, code = `CODE-${sequence}`) => ({ sequence, code });
const won = (id: string, ...passes: ReturnType<typeof pass>[]) => ({ id, passes, refusals: [], open: 0 });
const refused = (id: string, refusal = 'CouponSoldOut') => ({ id, passes: [], refusals: [refusal], open: 0 });
const held = (readerId: string, sequence: number, code?: string) => ({ readerId, ...pass(sequence, code) });

const NOTHING = {
  lost: 0,
  double: 0,
  overIssued: 0,
  deniedAndHeld: 0,
  strangers: 0,
  leftOver: 0,
  unanswered: 0,
  errors: 0,
};
const readers = [won('a', pass(1), pass(1)), won('b', pass(2)), refused('c')];
const rows = [held('a', 1), held('b', 2)];

describe('settleAccounts', () => {
  it('finds nothing where all is well; the same pass told twice is one', () => {
    expect(settleAccounts(readers, rows, 2)).toEqual(NOTHING);
  });

  it.each([
    ['a pass that is gone', readers, [held('a', 1)], { lost: 1, leftOver: 1 }],
    ['a pass with another code', readers, [held('a', 1), held('b', 2, 'OTHER')], { lost: 1 }],
    ['a pass at another place', readers, [held('a', 1), held('b', 3, 'CODE-2')], { lost: 1 }],
    ['a pass that belongs to somebody else', readers, [held('a', 1), held('x', 2)], { lost: 1, strangers: 1 }],
    ['two passes of one reader', readers, [...rows, held('b', 3)], { double: 1, overIssued: 1, lost: 1 }],
    ['one too many', readers, [...rows, held('x', 3)], { overIssued: 1, strangers: 1 }],
    ['a no that was none', readers, [...rows, held('c', 3)], { overIssued: 1, deniedAndHeld: 1 }],
    ['one left over', [won('a', pass(1)), refused('c')], [held('a', 1)], { leftOver: 1 }],
    ['an error', [...readers, refused('d', 'INTERNAL_SERVER_ERROR')], rows, { errors: 1 }],
    ['a reader without an answer', [...readers, { ...refused('d'), refusals: [], open: 1 }], rows, { unanswered: 1 }],
  ])('finds %s', (_what, readers, rows, wrong) => {
    expect(settleAccounts(readers, rows, 2)).toEqual({ ...NOTHING, ...wrong });
  });

  it('finds nothing wrong with what is left when nobody was refused', () => {
    expect(settleAccounts([won('a', pass(1))], [held('a', 1)], 5)).toEqual(NOTHING);
  });
});

describe('doubleTapsOf', () => {
  const doubled = (passes: ReturnType<typeof pass>[], refusals: string[] = []) => ({ doubles: true, passes, refusals });

  it('counts winners who tapped twice, and those whose answers agree', () => {
    const all = [
      doubled([pass(1), pass(1)]),
      doubled([pass(2), pass(3)]),
      doubled([pass(4)], ['CouponSoldOut']),
      doubled([], ['CouponSoldOut', 'CouponSoldOut']),
      { ...doubled([pass(5)]), doubles: false },
    ];
    expect(doubleTapsOf(all)).toEqual({ winners: 3, samePass: 1 });
  });
});
