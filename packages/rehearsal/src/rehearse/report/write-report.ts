import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Findings } from '#rehearse/findings/findings.js';
import { page } from '#rehearse/report/page.js';

/** Writes the page, and beside it the numbers as JSON. Gives the page's path. */
export function writeReport(findings: Findings, out: string | undefined): string {
  const file = path.resolve(out ?? path.join('rehearsal', `${findings.at.replaceAll(':', '-').slice(0, 19)}.html`));
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, page(findings));
  const { latency, ...rest } = findings;
  const numbers = { ...rest, latencyMicros: { winners: latency.winners.toData(), refused: latency.refused.toData() } };
  writeFileSync(file.replace(/\.html$/, '.json'), `${JSON.stringify(numbers, undefined, 1)}\n`);
  return file;
}
