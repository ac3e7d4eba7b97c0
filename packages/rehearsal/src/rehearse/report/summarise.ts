import type { Findings } from '#rehearse/findings/findings.js';
import { duration, number } from '#rehearse/report/format.js';
import { fairnessSentence, headline, problems } from '#rehearse/report/sentences.js';

/** The result page in a few lines, for the terminal. */
export function summarise(findings: Findings): string {
  const { soldOutMs, issuedPerSecond, latency, fairness, asked } = findings;
  const soldOut =
    soldOutMs === undefined
      ? `Not sold out: ${number(findings.issued)} of ${number(asked.passes)} issued.`
      : `Sold out after ${duration(soldOutMs)}: ${number(issuedPerSecond)} passes a second.`;
  const tail = (part: number, of: typeof latency.winners) => duration(of.percentile(part) / 1000);
  return [
    headline(findings),
    ...problems(findings),
    soldOut,
    `From tap to answer, p50 and p99: winners ${tail(0.5, latency.winners)} and ${tail(0.99, latency.winners)}, refused ${tail(0.5, latency.refused)} and ${tail(0.99, latency.refused)}.`,
    fairnessSentence(fairness),
  ].join('\n');
}
