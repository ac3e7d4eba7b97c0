import type { DropConsole } from '#admin/console/use-console.ts';

const SECOND_MS = 1_000;
/** How many seconds the chart shows. */
export const SHOWN = 118;
/** The second under way and the one before it may lack what some process has not written yet. */
const NOT_YET = 2;

export interface ChartData {
  /** One number a second, oldest first. */
  readonly issued: readonly number[];
  readonly refused: readonly number[];
}

/** The seconds as two rows of numbers that end with the last complete one; those in which nobody asked are 0. */
export function chartData({ seconds, serverTime }: Pick<DropConsole, 'seconds' | 'serverTime'>): ChartData {
  const last = Math.floor(Date.parse(serverTime) / SECOND_MS) - NOT_YET;
  const bySecond = new Map(seconds.map((second) => [Math.floor(Date.parse(second.at) / SECOND_MS), second]));
  const shown = Array.from({ length: SHOWN }, (_, index) => bySecond.get(last - SHOWN + 1 + index));
  return {
    issued: shown.map((second) => second?.issued ?? 0),
    refused: shown.map((second) => second?.refused ?? 0),
  };
}

/** The next of 1, 2, 5, 10, 20, 50 …, so that the scale stays while the numbers move. */
export function scaleOf(values: readonly number[]): number {
  const most = Math.max(1, ...values);
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [1, 2, 5, 10].find((factor) => most <= factor * power) ?? 10;
  return step * power;
}

/** Bars of one series as the path of an SVG, `height` units high and one wide; nothing where there was nothing. */
export function barsPath(values: readonly number[], scale: number, height: number): string {
  return values
    .map((value, index) => {
      // What is there is seen, however little beside the rest.
      const bar = value === 0 ? 0 : Math.max(1, (value / scale) * height);
      return bar === 0 ? '' : `M${index} ${height}v${-round(bar)}h0.8v${round(bar)}z`;
    })
    .join('');
}

/** Sums of ten seconds each, oldest first: what a table can say of the same. */
export function tens(values: readonly number[]): number[] {
  const groups = Array.from({ length: Math.ceil(values.length / 10) }, (_, index) =>
    values.slice(Math.max(0, values.length - (index + 1) * 10), values.length - index * 10),
  );
  return groups.map((group) => group.reduce((sum, value) => sum + value, 0)).toReversed();
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
