import { describe, expect, test } from 'vitest';
import { parseDataFile } from '#initial-data/data-file.js';
import { StartupError } from '#platform/startup-error.js';
import { bookEntry as book, couponEntry as coupon } from '#testing/data-entries.js';

/** The sentences that a person gets to read. */
function refusal(text: string): string {
  try {
    parseDataFile(text, 'drops.json');
  } catch (error) {
    if (error instanceof StartupError) return error.message;
    throw error;
  }
  return '(accepted)';
}

describe('a broken file', () => {
  const withCoupon = (overrides: object) => ({ books: [book([{ ...coupon(), ...overrides }])] });
  const at = (field: string, expectation: string) =>
    expect.stringMatching(
      new RegExp(
        `^drops.json has 1 mistake; nothing was loaded.\n  ${RegExp.escape(`books[0]${field}`)} \\(.+\\): ${RegExp.escape(expectation)}$`,
      ),
    );
  const twin = coupon();

  test.each<[string, unknown, unknown]>([
    ['lacks a field', { books: [{ ...book(), author: undefined }] }, at('.author', 'is missing')],
    [
      'has a field of another type',
      withCoupon({ totalQuantity: 'ten' }),
      at('.coupons[0].totalQuantity', 'expected a whole number'),
    ],
    ['has a field that we do not know', withCoupon({ colour: 'red' }), at('.coupons[0]', 'does not know colour')],
    ['has half a pass', withCoupon({ totalQuantity: 1.5 }), at('.coupons[0].totalQuantity', 'expected a whole number')],
    [
      'has a status that we do not know',
      withCoupon({ status: 'OPEN' }),
      at('.coupons[0].status', 'expected one of ACTIVE, PAUSED, COMPLETE'),
    ],
    [
      'has a number that nobody could type',
      withCoupon({ number: '무정' }),
      at('.coupons[0].number', 'expected 4 to 32 of A-Z, 0-9 and - (not at the ends)'),
    ],
    [
      'has a number of a rehearsal',
      withCoupon({ number: 'REHEARSAL-1000' }),
      at('.coupons[0].number', 'expected no number that begins with REHEARSAL-'),
    ],
    [
      'has a number twice',
      { books: [book([twin, twin])] },
      at('.coupons[1].number', `"${twin.number}" stands in this file twice`),
    ],
    [
      'ends before it starts',
      withCoupon({ startsAt: '+P2D', endsAt: '+P1D' }),
      at('.coupons[0].endsAt', 'expected a time after startsAt'),
    ],
    [
      'has issued more than there are',
      { readers: 99, ...withCoupon({ issued: 11 }) },
      at('.coupons[0].issued', 'expected no more than totalQuantity'),
    ],
    [
      'has issued to more readers than there are',
      { readers: 1, ...withCoupon({ issued: 2 }) },
      at('.coupons[0].issued', 'expected no more than readers (1)'),
    ],
    [
      'has issued all and is still open',
      { readers: 10, ...withCoupon({ issued: 10 }) },
      at('.coupons[0].status', 'expected COMPLETE, because every pass is issued'),
    ],
    [
      'has a cover without https',
      { books: [{ ...book(), coverUrl: 'http://example.com/a.png' }] },
      at('.coverUrl', 'expected an https address, or null'),
    ],
    ['has an id that is none', { books: [{ ...book(), id: '7' }] }, at('.id', 'expected a UUID')],
  ])('that %s is refused with entry, field and what was expected', (_, file, message) => {
    expect(refusal(JSON.stringify(file))).toEqual(message);
  });

  test.each([
    'tomorrow',
    '2026-12-24',
    '2026-12-24T12:00:00',
    '2026-02-30T12:00:00Z',
    'Dec 24, 2026 Z',
    '+P',
    '-PT',
    'P1D',
    '+P1.5D',
  ])('with %j as a time is refused', (startsAt) => {
    expect(refusal(JSON.stringify(withCoupon({ startsAt })))).toEqual(
      at(
        '.coupons[0].startsAt',
        'expected an instant with its offset (2026-12-24T12:00:00+09:00) or a signed duration from now (+P1D, -PT20M)',
      ),
    );
  });

  test('that is not JSON says where it breaks', () => {
    expect(refusal('{"books": [')).toMatch(/^drops\.json is not JSON; nothing was loaded\. ./);
  });

  test('has all its mistakes named at once', () => {
    const file = {
      books: [
        { ...book([{ ...coupon(), totalQuantity: 'ten' }]), title: '' },
        { ...book(), author: 3 },
      ],
    };
    const lines =
      /3 mistakes;[^]*books\[0\]\.title: must not be empty[^]*books\[0\]\.coupons\[0\]\.totalQuantity \(.+\): [^]*books\[1\]\.author \(.+\): /;
    expect(refusal(JSON.stringify(file))).toMatch(lines);
  });
});

test.each([
  ['-P1DT2H', -26 * 3600],
  ['+PT20M30S', 1230],
])('a time may be counted from now: %s', (startsAt, seconds) => {
  const data = parseDataFile(JSON.stringify({ books: [book([{ ...coupon(), startsAt }])] }), 'drops.json');
  const opens = data.books[0]?.coupons[0]?.startsAt.getTime() ?? 0;
  expect(Math.abs(opens - Date.now() - seconds * 1000)).toBeLessThan(5000);
});
