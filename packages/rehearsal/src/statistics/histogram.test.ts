import { describe, expect, it } from 'vitest';
import { Histogram } from '#statistics/histogram.js';

const filledWith = (values: Iterable<number>) => {
  const histogram = new Histogram();
  for (const value of values) histogram.record(value);
  return histogram;
};

describe('Histogram', () => {
  it('gives exact percentiles of small values', () => {
    const histogram = filledWith(Array.from({ length: 100 }, (_, i) => i + 1));
    expect([0.5, 0.95, 0.99, 1].map((part) => histogram.percentile(part))).toEqual([50, 95, 99, 100]);
    expect(filledWith([7]).percentile(0.5)).toBe(7);
  });

  it('is never off by more than 0.8 %, and never below what was measured', () => {
    for (let value = 1; value < 2 ** 31; value = Math.ceil(value * 1.37)) {
      const histogram = filledWith([value, 2 ** 31 - 1]);
      const found = histogram.percentile(0.5);
      expect(found).toBeGreaterThanOrEqual(value);
      expect(found).toBeLessThanOrEqual(value * 1.008);
    }
  });

  it('counts what is too long as the longest', () => {
    const histogram = filledWith([1e12, -5]);
    expect(histogram.count).toBe(2);
    expect(histogram.max).toBe(2 ** 31 - 1);
    expect(histogram.percentile(0.5)).toBe(0);
  });

  it('knows nothing of nothing', () => {
    expect(new Histogram().percentile(0.99)).toBeNaN();
  });

  it('adds up what several processes counted', () => {
    const one = filledWith([10, 20, 30_000]);
    const other = filledWith([10, 5_000_000]);
    const sum = new Histogram().add(one.toData()).add(other.toData());
    expect(sum.count).toBe(5);
    expect(sum.max).toBe(5_000_000);
    expect([...sum.filled()].map(({ count }) => count)).toEqual([2, 1, 1, 1]);
    expect(sum.percentile(1)).toBe(5_000_000);
  });

  it('has buckets that touch and do not overlap', () => {
    const filled = [...filledWith(Array.from({ length: 5000 }, (_, i) => i)).filled()];
    filled.slice(1).forEach(({ from }, i) => expect(from).toBe((filled[i]?.upTo ?? Number.NaN) + 1));
  });
});
