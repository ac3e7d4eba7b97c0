import { describe, expect, it } from 'vitest';
import { ratioOf, spreadOf } from '#statistics/spread.js';

describe('spreadOf', () => {
  it('takes the middle one, however they come', () => {
    expect(spreadOf([30, 10, 20])).toEqual({ median: 20, min: 10, max: 30 });
    expect(spreadOf([1, 2, 10, 3])).toEqual({ median: 2.5, min: 1, max: 10 });
  });

  it('sorts by value, not by digits', () => {
    expect(spreadOf([100, 9, 20])?.median).toBe(20);
  });

  it('has no middle of nothing', () => {
    expect(spreadOf([])).toBeUndefined();
    expect(spreadOf([Number.NaN])).toBeUndefined();
  });
});

describe('ratioOf', () => {
  it('compares within a round, so that a slow round does not count twice', () => {
    expect(ratioOf([1000, 100, 900], [100, 10, 100])).toEqual({ median: 10, min: 9, max: 10 });
  });

  it('leaves out rounds that lack one side', () => {
    expect(ratioOf([10, undefined, 30], [5, 5, 0])).toEqual({ median: 2, min: 2, max: 2 });
    expect(ratioOf([], [1])).toBeUndefined();
  });
});
