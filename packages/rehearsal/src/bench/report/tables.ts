import {
  acceptedIssues,
  breaches,
  cpu,
  durableIssues,
  knownValues,
  percentile,
  reads,
  REFUSED,
  refusals,
  transactionsPer1000,
  valuesOf,
  WON,
  type Figure,
} from '#bench/report/figures.js';
import { verdict, type Goal } from '#bench/report/goals.js';
import type { BenchResults } from '#bench/results.js';
import { allVariants } from '#bench/variants/all.js';
import type { Workload } from '#bench/variants/variant.js';
import { formatNumber, formatSpread } from '#report/format.js';
import { spreadOf } from '#statistics/spread.js';

/** A table for the terminal and for the page; the first column is text, the others are numbers. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const p = (outcome: string): [string, Figure][] => [
  ['p50 ms', percentile(outcome, 0.5)],
  ['p95 ms', percentile(outcome, 0.95)],
  ['p99 ms', percentile(outcome, 0.99)],
];
const cores: [string, Figure][] = [
  ['client', cpu('client')],
  ['server', cpu('server')],
  ['database', cpu('database')],
];

interface Layout {
  readonly title: string;
  readonly workload: Workload;
  readonly figures: readonly (readonly [string, Figure])[];
  /** Whether passes are given out, so that too many or too few could be. */
  readonly issues: boolean;
}

const layouts: readonly Layout[] = [
  {
    title: 'Everybody wins: as many passes as readers; CPU in busy cores',
    workload: 'issue',
    figures: [['durable issues/s', durableIssues], ['told/s', acceptedIssues], ...p(WON), ...cores],
    issues: true,
  },
  {
    title: 'A whole drop: 20 readers per pass',
    workload: 'drop',
    figures: [
      ['transactions per 1,000 requests', transactionsPer1000],
      ['winners p50 ms', percentile(WON, 0.5)],
      ['winners p99 ms', percentile(WON, 0.99)],
      ['losers p50 ms', percentile(REFUSED, 0.5)],
      ['losers p99 ms', percentile(REFUSED, 0.99)],
    ],
    issues: true,
  },
  {
    title: 'Sold out, and they still come; CPU in busy cores',
    workload: 'refusals',
    figures: [['refusals/s', refusals], ...p(REFUSED), ...cores],
    issues: true,
  },
  {
    title: 'The event page; CPU in busy cores',
    workload: 'events',
    figures: [['reads/s', reads], ...p('ok'), ...cores],
    issues: false,
  },
];

/** Everything that was measured: median, and in parentheses the range of the rounds. */
export function tablesOf(results: BenchResults): Table[] {
  return layouts.map((layout) => measuredTable(results, layout)).filter(({ rows }) => rows.length > 0);
}

function measuredTable(results: BenchResults, { title, workload, figures, issues }: Layout): Table {
  const rows = allVariants.flatMap(({ name, title }) => {
    if (!results.measurements.some((m) => m.variant === name && m.workload === workload)) return [];
    const cells = figures.map(([, figure]) =>
      formatSpread(spreadOf(knownValues(valuesOf(results, name, workload, figure)))),
    );
    const wrong = knownValues(valuesOf(results, name, workload, breaches));
    const sum = wrong.length === 0 ? '–' : formatNumber(wrong.reduce((total, n) => total + n, 0));
    return [[title, ...cells, ...(issues ? [sum] : [])]];
  });
  const columns = ['', ...figures.map(([name]) => name), ...(issues ? ['over-issued, lost, double'] : [])];
  return { title, columns, rows };
}

/** What must be reached, and what was. */
export function goalTable(goals: readonly Goal[]): Table {
  return {
    title: 'What must be reached',
    columns: ['', 'at least', 'aim', 'measured', ''],
    rows: goals.map((goal) => {
      const sign = goal.wanted === 'more' ? '≥' : '≤';
      const border = goal.aim === goal.atLeast ? ['0', '0'] : [`${sign} ${goal.atLeast}`, `${sign} ${goal.aim}`];
      return [goal.title, ...border, formatSpread(goal.reached), verdict(goal)];
    }),
  };
}

/** What the run says beside its tables, a sentence each. */
export function remarksOf({ killLosses, leftOut, measurements }: BenchResults): string[] {
  const strange = measurements.find(({ strangeAnswer }) => strangeAnswer !== undefined);
  const unknown = measurements.flatMap(({ variant, workload, recording }) =>
    Object.entries(recording.reasons).map(([reason, count]) => `${variant}, ${workload}: ${count} × ${reason}`),
  );
  return [
    ...killLosses.map(
      ({ persistence, accepted, lost }) =>
        `Redis with ${persistence} and its server killed in mid-run: of ${formatNumber(accepted)} readers who were told "issued", ${formatNumber(lost)} have no pass.`,
    ),
    ...leftOut.map(({ variant, why }) => `${variant}: ${why}.`),
    ...(unknown.length > 0 ? [`Requests without an answer: ${unknown.join('; ')}.`] : []),
    ...(strange ? [`${strange.variant}, ${strange.workload}, answered strangely: ${strange.strangeAnswer}`] : []),
  ];
}
