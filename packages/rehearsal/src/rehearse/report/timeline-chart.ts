import { STEP_MS, type Tally } from '#rehearse/crowd/tally.js';
import { bar, chart, roundUp, ticks } from '#rehearse/report/chart.js';
import { number, roundTime } from '#rehearse/report/format.js';
import { html, type Html } from '#report/html.js';

const BARS_MAX = 80;

/** Passes and refusals per second, from the opening on. */
export function timelineChart(steps: Tally['steps']): Html {
  const group = Math.max(1, Math.ceil(steps.length / BARS_MAX));
  const bars = Array.from({ length: Math.max(1, Math.ceil(steps.length / group)) }, (_, index) => {
    const some = steps.slice(index * group, (index + 1) * group);
    const perSecond = (count: number) => (count * 1000) / (STEP_MS * group);
    const issued = perSecond(some.reduce((sum, step) => sum + step.issued, 0));
    return { issued, all: issued + perSecond(some.reduce((sum, step) => sum + step.refused, 0)) };
  });
  const top = roundUp(Math.max(...bars.map(({ all }) => all)));
  const lengthMs = bars.length * group * STEP_MS;
  const gap = bars.length > 40 ? 0.1 : 0.06;
  return chart({
    title: 'Passes and refusals per second',
    shapes: html`${bars.map(({ issued, all }, index) => {
      const [from, to] = [(index + gap) / bars.length, (index + 1 - gap) / bars.length];
      return html`${bar('issued', from, to, 0, issued / top)}${bar('refused', from, to, issued / top, all / top)}`;
    })}`,
    x: ticks(0, lengthMs, (ms) => (ms === 0 ? 'opening' : roundTime(ms))),
    y: [0.5, 1].map((at) => ({ at, label: `${number(at * top)}/s` })),
  });
}
