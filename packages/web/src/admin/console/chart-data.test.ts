import { describe, expect, it } from 'vitest';

import { barsPath, chartData, scaleOf, SHOWN, tens } from '#admin/console/chart-data.ts';

const serverTime = '2026-11-22T03:02:00.700Z';
const at = (ago: number) => new Date(Date.parse('2026-11-22T03:02:00Z') - ago * 1_000).toISOString();

describe('chartData', () => {
  it('ends with the last second that every process has written, and has 0 where nobody asked', () => {
    const seconds = [
      { at: at(5), issued: 7, refused: 1 },
      { at: at(2), issued: 9, refused: 0 },
      { at: at(1), issued: 4, refused: 4 },
    ];
    const { issued, refused } = chartData({ seconds, serverTime });
    expect(issued).toHaveLength(SHOWN);
    expect(issued.slice(-5)).toEqual([0, 7, 0, 0, 9]);
    expect(refused.slice(-5)).toEqual([0, 1, 0, 0, 0]);
  });

  it('begins within the two minutes that the server tells', () => {
    const { issued } = chartData({ seconds: [{ at: at(119), issued: 3, refused: 0 }], serverTime });
    expect(issued[0]).toBe(3);
  });
});

describe('scaleOf', () => {
  it.each([
    [0, 1],
    [1, 1],
    [3, 5],
    [10, 10],
    [11, 20],
    [4_800, 5_000],
    [17_000, 20_000],
  ])('for at most %i ends at %i', (most, scale) => {
    expect(scaleOf([0, most])).toBe(scale);
  });
});

describe('barsPath', () => {
  it('draws what is there, and lets the smallest be seen', () => {
    expect(barsPath([0, 50, 1], 1_000, 100)).toBe('M1 100v-5h0.8v5zM2 100v-1h0.8v1z');
  });
});

describe('tens', () => {
  it('sums from the newest back, so that only the oldest row is short', () => {
    expect(tens(Array<number>(25).fill(2))).toEqual([10, 20, 20]);
  });
});
