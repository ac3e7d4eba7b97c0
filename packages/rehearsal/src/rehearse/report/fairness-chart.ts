import type { Winner } from '#rehearse/findings/fairness.js';
import { chart, ticks } from '#rehearse/report/chart.js';
import { number, roundTime } from '#rehearse/report/format.js';
import { html, type Html } from '#report/html.js';

/** More dots than this make the file heavy and the picture no clearer. */
const DOTS_MAX = 2500;

/** A dot per winner: when he came, and which place he got. */
export function fairnessChart(winners: readonly Winner[]): Html {
  const every = Math.ceil(winners.length / DOTS_MAX);
  const shown = winners.toSorted((a, b) => a.sequence - b.sequence).filter((_, index) => index % every === 0);
  const arrivals = winners.map(({ arrivalMs }) => arrivalMs);
  const first = arrivals.reduce((least, ms) => Math.min(least, ms), arrivals[0] ?? 0);
  const last = arrivals.reduce((most, ms) => Math.max(most, ms), first + 1);
  const places = winners.reduce((most, { sequence }) => Math.max(most, sequence), 1);
  const x = (ms: number) => ((ms - first) / (last - first)) * 1000;
  // A line of no length with a round end stays a round dot however the drawing is stretched.
  const dots = shown.map(
    ({ arrivalMs, sequence }) => `M${x(arrivalMs).toFixed(1)} ${(1000 - (sequence / places) * 1000).toFixed(1)}h0`,
  );
  return chart({
    title: 'Arrival and place of every winner',
    shapes: html`<path class="dots" d="${dots.join('')}" />`,
    x: ticks(first, last, (ms) => (ms === 0 ? 'opening' : roundTime(ms))),
    y: [0.5, 1].map((at) => ({ at, label: `no. ${number(at * places)}` })),
  });
}
