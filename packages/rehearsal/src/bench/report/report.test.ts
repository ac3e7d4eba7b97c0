import { describe, expect, it } from 'vitest';
import { durableIssues, valuesOf } from '#bench/report/figures.js';
import { goalsOf, verdict } from '#bench/report/goals.js';
import { reportPage } from '#bench/report/page.js';
import { terminalReport } from '#bench/report/terminal.js';
import type { BenchResults, Measurement } from '#bench/results.js';
import { Histogram } from '#statistics/histogram.js';

/** A recording in which everybody waited equally long. */
function recordingOf(outcomes: Record<string, { count: number; ms: number }>, seconds = 2) {
  const histograms = Object.entries(outcomes).map(([name, { count, ms }]) => {
    const histogram = new Histogram();
    for (let i = 0; i < count; i += 1) histogram.record(ms * 1000);
    return [name, histogram.toData()];
  });
  return { seconds, cpuSeconds: 0.2, outcomes: Object.fromEntries(histograms), reasons: {} };
}

const cpu = { client: 0.1, server: 0.9, database: undefined };
const none = { overIssued: 0, lost: 0, double: 0 };

function round(number: number, speed: number): Measurement[] {
  const issue = (variant: 'row-lock' | 'group-commit' | 'limit', count: number, ms: number): Measurement => ({
    variant,
    workload: 'issue',
    round: number,
    cpu,
    recording: recordingOf({ UserCoupon: { count: count * speed, ms } }),
    issued: count * speed,
    durableSeconds: 2,
    breaches: none,
  });
  const refuse = (variant: 'group-commit' | 'ceiling', count: number): Measurement => ({
    variant,
    workload: 'refusals',
    round: number,
    cpu,
    recording: recordingOf({ CouponSoldOut: { count, ms: 10 } }),
  });
  return [
    issue('row-lock', 100, 800),
    issue('group-commit', 1000, 40),
    issue('limit', 2000, 20),
    refuse('group-commit', 900),
    refuse('ceiling', 1000),
    {
      variant: 'group-commit',
      workload: 'drop',
      round: number,
      cpu,
      recording: recordingOf({ UserCoupon: { count: 100, ms: 10 }, CouponSoldOut: { count: 1900, ms: 5 } }),
      transactions: 12,
      breaches: none,
    },
  ];
}

const results: BenchResults = {
  startedAt: '2026-11-22T12:00:00.000Z',
  tookSeconds: 200,
  machine: { cpu: 'A <fast> one', cores: 2, memoryGb: 8, os: 'Linux', node: '24.0.0', postgres: 'PostgreSQL 18.4' },
  options: {
    rounds: 3,
    seconds: 2,
    connections: 256,
    variants: ['row-lock', 'group-commit', 'redis-queue', 'limit', 'ceiling'],
    quick: false,
  },
  // The second round was disturbed: everything ran at half its speed.
  measurements: [...round(1, 2), ...round(2, 1), ...round(3, 2)],
  killLosses: [{ persistence: 'snapshots', accepted: 1000, lost: 17 }],
  leftOut: [{ variant: 'redis-queue', why: 'left out: there is no redis-server on this machine' }],
};

const goal = (title: string, given = results) => {
  const found = goalsOf(given).find((g) => g.title.includes(title));
  if (!found) throw new Error(`no goal ${title}`);
  return { ...found, verdict: verdict(found) };
};

describe('figures', () => {
  it('counts passes in the database over the time until they were there', () => {
    expect(valuesOf(results, 'group-commit', 'issue', durableIssues)).toEqual([1000, 500, 1000]);
    expect(valuesOf(results, 'redis-queue', 'issue', durableIssues)).toEqual([undefined, undefined, undefined]);
  });
});

describe('goals', () => {
  it('compares round with round, so that a disturbed one disturbs no ratio', () => {
    expect(goal('÷ row lock').reached).toEqual({ median: 10, min: 10, max: 10 });
    expect(goal('÷ row lock').verdict).toBe('reached');
    expect(goal('÷ the limit')).toMatchObject({ reached: { median: 0.5 }, verdict: 'reached' });
    expect(goal('refusals/s')).toMatchObject({ reached: { median: 0.9 }, verdict: 'aim reached' });
  });

  it('wants latencies and transactions small', () => {
    expect(goal('p99 of winners').reached?.median).toBeCloseTo(0.05, 2);
    expect(goal('p99 of winners').verdict).toBe('aim reached');
    expect(goal('transactions')).toMatchObject({ reached: { median: 6 }, verdict: 'missed' });
  });

  it('does not forgive a single lost pass in one of three rounds', () => {
    const [first, ...others] = results.measurements.filter(({ variant }) => variant === 'group-commit');
    if (!first) throw new Error('no measurement');
    const measurements = [{ ...first, breaches: { ...none, lost: 1 } }, ...others];
    expect(goal('over-issued').verdict).toBe('aim reached');
    expect(goal('over-issued', { ...results, measurements })).toMatchObject({
      reached: { median: 1 },
      verdict: 'missed',
    });
  });

  it('claims nothing about what was not measured', () => {
    expect(goal('event-list').verdict).toBe('not measured');
  });
});

describe('terminalReport', () => {
  const text = terminalReport(results);

  it('shows median, range and verdict, and the machine', () => {
    expect(text).toMatch(/this server, group commit +1,000 \(500–1,000\)/);
    expect(text).toMatch(/durable issues\/s ÷ the limit +≥ 0.5 +≥ 0.85 +0.5 +reached/);
    expect(text).toContain('2 cores, 8 GB');
  });

  it('says what was left out, and what the popular design lost', () => {
    expect(text).toContain('there is no redis-server');
    expect(text).toContain('of 1,000 readers who were told "issued", 17 have no pass');
  });

  it('leaves out columns that nothing was measured for', () => {
    expect(text).toContain('client  server');
    expect(text).not.toContain('server  database');
  });
});

describe('reportPage', () => {
  const page = reportPage(results);

  it('needs nothing but itself', () => {
    expect(page).not.toMatch(/<script|<link|<img|src=|url\(|@import/);
  });

  it('escapes what it did not write', () => {
    expect(page).toContain('A &#60;fast&#62; one');
  });

  it('draws a bar for everybody who was measured, ours in colour', () => {
    const [, chart = ''] = page.split('<h3>Durable issues</h3>');
    const [bars = ''] = chart.split('</figure>');
    expect(bars.match(/<svg/g)).toHaveLength(3);
    expect(bars.match(/class="ours"/g)).toHaveLength(1);
    expect(bars).toContain('aria-label="this server, group commit: 1,000 (500–1,000)"');
    expect(bars).not.toContain('NaN');
  });

  it('draws no chart of nothing', () => {
    expect(page).not.toContain('Reads of the event page</h3>');
    expect(page).not.toMatch(/NaN|Infinity|undefined/);
  });
});
