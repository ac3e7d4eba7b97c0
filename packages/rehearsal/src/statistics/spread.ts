/** What several rounds measured: the middle one, and how far apart they were. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** Median and range; of an even number of values the mean of the middle two. Undefined when there are none. */
export function spreadOf(values: readonly number[]): Spread | undefined {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const [min, max] = [sorted[0], sorted.at(-1)];
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  if (min === undefined || max === undefined || low === undefined || high === undefined) return undefined;
  return { median: (low + high) / 2, min, max };
}

/**
 * How many times `above` is `below`, round by round: what was measured side by side is compared side by side, so
 * that a machine that was slow for one round was slow for both. Rounds that lack one of the two are left out.
 */
export function ratioOf(
  above: readonly (number | undefined)[],
  below: readonly (number | undefined)[],
): Spread | undefined {
  const ratios = above.flatMap((value, round) => {
    const other = below[round];
    return value === undefined || other === undefined || other === 0 ? [] : [value / other];
  });
  return spreadOf(ratios);
}
