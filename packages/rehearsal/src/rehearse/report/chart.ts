import { html, type Html } from '#report/html.js';

/** A mark on an axis, at 0…1 of its length. */
export interface Mark {
  readonly at: number;
  readonly label: string;
}

interface Chart {
  readonly title: string;
  /** What is drawn, in a square of 1000 by 1000 that is stretched: lines need `vector-effect`, text stands outside. */
  readonly shapes: Html;
  readonly x: readonly Mark[];
  readonly y: readonly Mark[];
  /** Vertical lines with a label each. */
  readonly lines?: readonly Mark[];
}

/** A drawing that fits any width, with its words as text of the page, so that they never shrink with it. */
export function chart({ title, shapes, x, y, lines = [] }: Chart): Html {
  return html`<div class="chart">
    <div class="plot">
      ${y.map(({ at, label }) => html`<span class="y" style="bottom:${percent(at)}">${label}</span>`)}
      <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" role="img" aria-label="${title}">
        ${y.map(({ at }) => html`<path class="grid" d="M0 ${1000 - at * 1000}H1000" />`)} ${shapes}
        ${lines.map(({ at }) => html`<path class="line" d="M${at * 1000} 0V1000" />`)}
      </svg>
      ${lines.map(({ at, label }, index) => html`<span class="tag ${at > 0.6 ? 'left' : ''}" style="left:${percent(at)};top:${index * 18}px">${label}</span>`)}
    </div>
    <div class="x">${x.map(({ at, label }) => html`<span class="${sideOf(at)}" style="left:${percent(at)}">${label}</span>`)}</div>
  </div>`;
}

/** Round moments from `low` to `high`, four or five of them, at their places on an axis of that length. */
export function ticks(low: number, high: number, label: (value: number) => string): Mark[] {
  const step = roundUp((high - low) / 5);
  const first = Math.ceil(low / step);
  const count = Math.floor(high / step) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const value = (first + index) * step;
    return { at: (value - low) / (high - low), label: label(value) };
  });
}

/** At the ends of an axis a word stands inside. */
function sideOf(at: number): string {
  if (at < 0.06) return 'first';
  return at > 0.94 ? 'last' : '';
}

/** A bar of the drawing; `from`, `to`, `low`, `high` are 0…1 of the axes. */
export function bar(kind: string, from: number, to: number, low: number, high: number): Html {
  const [left, top] = [(from * 1000).toFixed(1), (1000 - high * 1000).toFixed(1)];
  const [width, height] = [((to - from) * 1000).toFixed(1), ((high - low) * 1000).toFixed(1)];
  return html`<rect class="${kind}" x="${left}" y="${top}" width="${width}" height="${height}" />`;
}

/** A round end for an axis: 1, 2 or 5 times a power of ten, not below the value. */
export function roundUp(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const [factor = 10] = [1, 2, 2.5, 4, 5, 8, 10].filter((one) => one * power >= value * 0.9999);
  return factor * power;
}

function percent(part: number): string {
  return `${(part * 100).toFixed(2)}%`;
}
