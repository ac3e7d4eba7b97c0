import { describe, expect, it } from 'vitest';
import { fairnessOf, type Winner } from '#rehearse/findings/fairness.js';

/** Winners in the order of their places, by when they came. */
const inOrder = (...arrivals: number[]): Winner[] =>
  arrivals.map((arrivalMs, index) => ({ arrivalMs, sequence: index + 1 }));

describe('fairnessOf', () => {
  it('is perfect when places follow arrivals, in whatever order they are listed', () => {
    const fair = { rankCorrelation: 1, overtaken: 0, worstMs: 0, toleranceMs: 100, readers: 4 };
    expect(fairnessOf(inOrder(0, 5, 5, 900), [])).toEqual(fair);
    expect(fairnessOf(inOrder(0, 5, 5, 900).toReversed(), [])).toEqual(fair);
  });

  it('is −1 when the last come first', () => {
    expect(fairnessOf(inOrder(30, 20, 10), []).rankCorrelation).toBe(-1);
  });

  it('is the textbook value in between', () => {
    // Ranks of arrival 2, 1, 4, 3, 5 against 1…5: Σd² = 4, so 1 − 24/120.
    expect(fairnessOf(inOrder(20, 10, 40, 30, 50), []).rankCorrelation).toBeCloseTo(0.8, 10);
  });

  it('counts who was overtaken by more than the tolerance, and by how much at the most', () => {
    // The second and the third were overtaken by the first; only the second by more than 100 ms.
    expect(fairnessOf(inOrder(500, 250, 450, 501), [])).toMatchObject({ overtaken: 1, worstMs: 250 });
  });

  it('is overtaken by anybody before, not only by the one just before', () => {
    expect(fairnessOf(inOrder(500, 499, 100), [])).toMatchObject({ overtaken: 1, worstMs: 400 });
  });

  it('counts who got nothing though he came before a winner', () => {
    const winners = inOrder(0, 300);
    expect(fairnessOf(winners, [299, 301, 100])).toMatchObject({ overtaken: 1, worstMs: 200, readers: 5 });
  });

  it('says nothing of the order of one, or of none', () => {
    expect(fairnessOf(inOrder(7), [3]).rankCorrelation).toBeUndefined();
    expect(fairnessOf([], [3])).toEqual({
      rankCorrelation: undefined,
      overtaken: 0,
      worstMs: 0,
      toleranceMs: 100,
      readers: 1,
    });
  });
});
