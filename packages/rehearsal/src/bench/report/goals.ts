import {
  breaches,
  durableIssues,
  knownValues,
  percentile,
  reads,
  refusals,
  transactionsPer1000,
  valuesOf,
  WON,
  type Figure,
} from '#bench/report/figures.js';
import type { BenchResults } from '#bench/results.js';
import { WORKLOADS, type VariantName, type Workload } from '#bench/variants/variant.js';
import { ratioOf, spreadOf, type Spread } from '#statistics/spread.js';

/** What the server promises of itself, and what came of it in this run. */
export interface Goal {
  readonly title: string;
  /** The border to stay above, or below. */
  readonly atLeast: number;
  readonly aim: number;
  readonly wanted: 'more' | 'less';
  /** Undefined when a variant that it needs was left out. */
  readonly reached: Spread | undefined;
}

type Place = readonly [VariantName, Workload, Figure];

export function goalsOf(results: BenchResults): Goal[] {
  const values = ([variant, workload, figure]: Place) => valuesOf(results, variant, workload, figure);
  const ratio = (above: Place, below: Place) => ratioOf(values(above), values(below));
  const issues = ['group-commit', 'issue', durableIssues] as const;
  const winnersP99 = percentile(WON, 0.99);
  const bad = WORKLOADS.flatMap((workload) => knownValues(values(['group-commit', workload, breaches])));

  return [
    {
      title: 'durable issues/s, group commit ÷ row lock',
      atLeast: 8,
      aim: 15,
      wanted: 'more',
      reached: ratio(issues, ['row-lock', 'issue', durableIssues]),
    },
    {
      title: 'durable issues/s ÷ the limit',
      atLeast: 0.5,
      aim: 0.85,
      wanted: 'more',
      reached: ratio(issues, ['limit', 'issue', durableIssues]),
    },
    {
      title: 'refusals/s ÷ the ceiling',
      atLeast: 0.5,
      aim: 0.85,
      wanted: 'more',
      reached: ratio(['group-commit', 'refusals', refusals], ['ceiling', 'refusals', refusals]),
    },
    {
      title: 'event-list reads/s ÷ the ceiling',
      atLeast: 0.5,
      aim: 0.85,
      wanted: 'more',
      reached: ratio(['group-commit', 'events', reads], ['ceiling', 'refusals', refusals]),
    },
    {
      title: 'database transactions per 1,000 requests, 20 readers per pass',
      atLeast: 5,
      aim: 1,
      wanted: 'less',
      reached: spreadOf(knownValues(values(['group-commit', 'drop', transactionsPer1000]))),
    },
    {
      title: `p99 of winners, ${results.options.connections} connections, group commit ÷ row lock`,
      atLeast: 0.25,
      aim: 0.1,
      wanted: 'less',
      reached: ratio(['group-commit', 'issue', winnersP99], ['row-lock', 'issue', winnersP99]),
    },
    {
      title: 'over-issued, lost, double',
      atLeast: 0,
      aim: 0,
      wanted: 'less',
      // The sum of all rounds, not their median: one is one too many.
      reached: bad.length === 0 ? undefined : spreadOf([bad.reduce((sum, n) => sum + n, 0)]),
    },
  ];
}

/** By the median of the rounds. */
export function verdict({
  reached,
  wanted,
  atLeast,
  aim,
}: Goal): 'not measured' | 'missed' | 'reached' | 'aim reached' {
  if (!reached) return 'not measured';
  const holds = (border: number) => (wanted === 'more' ? reached.median >= border : reached.median <= border);
  if (!holds(atLeast)) return 'missed';
  return holds(aim) ? 'aim reached' : 'reached';
}
