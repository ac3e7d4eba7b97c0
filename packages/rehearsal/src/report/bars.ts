import { html, type Html } from '#report/html.js';
import type { Spread } from '#statistics/spread.js';

export interface Bar {
  readonly label: string;
  readonly value: Spread;
  /** The value in words. */
  readonly shown: string;
  /** Ours is the one in colour. */
  readonly ours: boolean;
}

/** Widths are in thousandths of the chart, which is as wide as the page lets it be. */
const WIDTH = 1000;
const NOTCH = 4;

/** Horizontal bars from zero, nothing when there are none, each with the range of its rounds as a thin line. Labels are text beside, not in, the picture. */
export function barChart(title: string, caption: string, bars: readonly Bar[]): Html {
  if (bars.length === 0) return html``;
  const most = Math.max(...bars.map(({ value }) => value.max), Number.MIN_VALUE);
  const x = (value: number) => Math.round((value / most) * WIDTH);
  return html`<figure><h3>${title}</h3><figcaption>${caption}</figcaption>${bars.map(
    ({ label, value, shown, ours }) => html`
<div class="row"><span>${label}</span><b>${shown}</b></div>
<svg viewBox="0 0 ${WIDTH} 14" preserveAspectRatio="none" role="img" aria-label="${label}: ${shown}">
<rect class="track" width="${WIDTH}" height="14"/><rect class="${ours ? 'ours' : 'bar'}" width="${Math.max(NOTCH, x(value.median))}" height="14"/>
<rect class="spread" x="${x(value.min)}" y="6" width="${Math.max(NOTCH, x(value.max) - x(value.min))}" height="2"/></svg>`,
  )}
</figure>`;
}

export interface Range {
  readonly label: string;
  readonly shown: string;
  /** From small to large; the first and the last are the ends, those between are notches. All above zero. */
  readonly marks: readonly number[];
  readonly ours: boolean;
}

/** Ranges on a scale on which every step of the same width is the same factor: for latencies, which differ by that much. */
export function rangeChart(title: string, caption: string, ranges: readonly Range[]): Html {
  if (ranges.length === 0) return html``;
  const all = ranges.flatMap(({ marks }) => marks);
  const [least, most] = [Math.log(Math.min(...all) / 2), Math.log(Math.max(...all) * 1.1)];
  const x = (value: number) => Math.round(((Math.log(value) - least) / (most - least)) * WIDTH);
  return html`<figure><h3>${title}</h3><figcaption>${caption}</figcaption>${ranges.map(
    ({ label, shown, marks, ours }) => {
      const [first = 1, last = 1] = [marks[0], marks.at(-1)];
      return html`
<div class="row"><span>${label}</span><b>${shown}</b></div>
<svg viewBox="0 0 ${WIDTH} 14" preserveAspectRatio="none" role="img" aria-label="${label}: ${shown}">
<rect class="track" width="${WIDTH}" height="14"/><rect class="${ours ? 'ours' : 'bar'}" x="${x(first)}" width="${Math.max(NOTCH, x(last) - x(first))}" height="14"/>
${marks.slice(1, -1).map((mark) => html`<rect class="spread" x="${x(mark)}" width="${NOTCH}" height="14"/>`)}</svg>`;
    },
  )}
</figure>`;
}
