import { describe, expect, it } from 'vitest';
import { compareWithRows } from '#drop/compare-with-rows.js';

const rows = Array.from({ length: 5 }, (_, i) => ({ userId: `reader-${i}`, sequence: i + 1, code: `CODE${i}` }));
const NONE = { overIssued: 0, lost: 0, double: 0 };
const change = (index: number, changes: object) => rows.map((row, i) => (i === index ? { ...row, ...changes } : row));

describe('compareWithRows', () => {
  it('finds nothing where everybody has what they were told', () => {
    expect(compareWithRows(5, rows, rows)).toEqual(NONE);
  });

  it('lets a pass be there whose answer was lost on its way', () => {
    expect(compareWithRows(5, rows.slice(1), rows)).toEqual(NONE);
  });

  it('lets a reader be told of the same pass twice', () => {
    expect(compareWithRows(5, [...rows, ...rows.slice(0, 2)], rows)).toEqual(NONE);
  });

  it('control: finds a forged pass that the database does not have', () => {
    const forged = { userId: 'reader-9', sequence: 6, code: 'CODE9' };
    expect(compareWithRows(10, [...rows, forged], rows)).toEqual({ ...NONE, lost: 1 });
  });

  it.each([
    ['place', { sequence: 9 }],
    ['code', { code: 'OTHER' }],
    ['reader', { userId: 'reader-9' }],
  ])('finds a pass that is there with another %s', (_what, changes) => {
    expect(compareWithRows(10, change(2, changes), rows)).toMatchObject({ lost: 1 });
  });

  it('finds one pass too many', () => {
    expect(compareWithRows(4, rows, rows)).toEqual({ ...NONE, overIssued: 1 });
  });

  it.each([
    ['a reader with two', { userId: 'reader-0' }],
    ['a place that two have', { sequence: 1 }],
    ['a code that two have', { code: 'CODE0' }],
  ])('finds %s, in the database and in what was told', (_what, changes) => {
    expect(compareWithRows(5, [], change(3, changes)).double).toBe(1);
    expect(compareWithRows(5, change(3, changes), rows).double).toBe(1);
  });
});
