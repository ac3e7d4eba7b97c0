import type { Histogram } from '#statistics/histogram.js';
import { bar, chart, roundUp } from '#rehearse/report/chart.js';
import { duration, number } from '#rehearse/report/format.js';
import { html, type Html } from '#report/html.js';

const BARS = 48;

/** How many waited how long, on a scale of powers of ten, with the three percentiles that people ask for. */
export function latencyChart(kind: 'issued' | 'refused', title: string, histogram: Histogram): Html {
  if (histogram.count === 0) return html`<p class="note">There were none.</p>`;
  const filled = [...histogram.filled()];
  const first = Math.max(100, filled[0]?.from ?? 1000);
  const [low, high] = [Math.log10(first) - 0.1, Math.log10(Math.max(first * 4, histogram.max)) + 0.05];
  const place = (micros: number) => Math.min(1, Math.max(0, (Math.log10(Math.max(1, micros)) - low) / (high - low)));

  const counts = Array.from({ length: BARS }, () => 0);
  for (const { from, upTo, count } of filled) {
    const index = Math.min(BARS - 1, Math.floor(place((from + upTo) / 2) * BARS));
    counts[index] = (counts[index] ?? 0) + count;
  }
  const top = roundUp(1.4 * Math.max(...counts)); // room for the words of the lines
  const decades = [100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];
  const marks = high - low > 2.5 ? decades : decades.flatMap((micros) => [micros, 3 * micros]);
  const shown = marks.filter((micros) => Math.log10(micros) >= low && Math.log10(micros) <= high);
  return chart({
    title,
    shapes: html`${counts.map((count, index) => bar(kind, (index + 0.06) / BARS, (index + 0.94) / BARS, 0, count / top))}`,
    x: shown.map((micros) => ({ at: place(micros), label: axisLabel(micros / 1000) })),
    y: [0.5, 1].map((at) => ({ at, label: number(at * top) })),
    lines: [0.5, 0.95, 0.99].map((part) => ({
      at: place(histogram.percentile(part)),
      label: `p${part * 100} ${duration(histogram.percentile(part) / 1000)}`,
    })),
  });
}

function axisLabel(ms: number): string {
  return ms >= 1000 ? `${ms / 1000} s` : `${ms} ms`;
}
