import {
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
import { goalsOf } from '#bench/report/goals.js';
import { goalTable, remarksOf, tablesOf, type Table } from '#bench/report/tables.js';
import type { BenchResults } from '#bench/results.js';
import { allVariants } from '#bench/variants/all.js';
import type { Workload } from '#bench/variants/variant.js';
import { barChart, rangeChart } from '#report/bars.js';
import { formatNumber, formatSpread } from '#report/format.js';
import { html, type Html } from '#report/html.js';
import { htmlPage } from '#report/page.js';
import { spreadOf } from '#statistics/spread.js';

const OURS = 'group-commit';

/** The whole run as one page. */
export function reportPage(results: BenchResults): string {
  const { machine, options, startedAt, tookSeconds } = results;
  const more = 'per second, more is better; the line is the range of the rounds';
  return htmlPage(
    'Pagedrop: benchmark',
    html`<h1>How fast passes are issued, and at what price</h1>
<p class="muted">${startedAt.slice(0, 10)} · ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB · ${machine.os} · Node ${machine.node} · ${machine.postgres} · ${options.rounds} × ${options.seconds} s, ${options.connections} connections, ${Math.round(tookSeconds)} s in all</p>
${options.quick ? html`<p class="bad">A quick run: its numbers show that it works and mean nothing.</p>` : ''}
<p>All on one machine, one after the other in turning order: the client, the server and the database share its cores. So ratios mean more than numbers. An answer "issued" counts only when the pass is in the database.</p>
<div class="charts">
${bars(results, 'Durable issues', more, 'issue', durableIssues)}
${latencyChart(results)}
${bars(results, 'Refusals when sold out', more, 'refusals', refusals)}
${bars(results, 'Reads of the event page', more, 'events', reads)}
${bars(results, 'Database transactions', 'per 1,000 requests, 20 readers per pass; fewer is better', 'drop', transactionsPer1000)}
</div>
${[goalTable(goalsOf(results)), ...tablesOf(results)].map(tableSection)}
<h2>Beside the numbers</h2>
${remarksOf(results).map((remark) => html`<p>${remark}</p>`)}
<p class="muted">The row lock is this server with one claim per transaction. The limit is a server of a hundred lines that runs the same statements in the same batches and nothing else; the ceiling reads the request, checks the same token and answers a constant. Reads of the event page are held against the ceiling of refusals, which checks a token; the event page does not. Latencies are those of a closed loop: as many readers wait as there are connections.</p>`,
  );
}

function bars(results: BenchResults, title: string, caption: string, workload: Workload, figure: Figure): Html {
  const found = allVariants.flatMap(({ name, title: label }) => {
    const value = spreadOf(knownValues(valuesOf(results, name, workload, figure)));
    return value ? [{ label, value, shown: formatSpread(value), ours: name === OURS }] : [];
  });
  return barChart(title, caption, found);
}

function latencyChart(results: BenchResults): Html {
  const ranges = allVariants.flatMap(({ name, title: label }) => {
    const marks = [0.5, 0.95, 0.99].flatMap((part) => {
      const median = spreadOf(knownValues(valuesOf(results, name, 'issue', percentile(WON, part))))?.median;
      return median === undefined ? [] : [median];
    });
    return marks.length < 3
      ? []
      : [{ label, shown: `${marks.map(formatNumber).join(' · ')} ms`, marks, ours: name === OURS }];
  });
  return rangeChart('How long winners wait', 'p50 · p95 · p99; every step to the right is a multiple', ranges);
}

function tableSection({ title, columns, rows }: Table): Html {
  return html`<h2>${title}</h2>
<div class="scroll"><table><thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map(cell)}</tr>`)}</tbody></table></div>`;
}

function cell(text: string): Html {
  if (text === 'missed') return html`<td class="bad">${text}</td>`;
  if (text === 'reached' || text === 'aim reached') return html`<td class="good">${text}</td>`;
  return html`<td>${text}</td>`;
}
