import type { Findings } from '#rehearse/findings/findings.js';
import { fairnessChart } from '#rehearse/report/fairness-chart.js';
import { counted, duration, number, roundTime, share } from '#rehearse/report/format.js';
import { html, Html } from '#report/html.js';
import { latencyChart } from '#rehearse/report/latency-chart.js';
import { fairnessSentence, headline, problems } from '#rehearse/report/sentences.js';
import { style } from '#rehearse/report/style.js';
import { accountsTable, checksTable, outcomesTable } from '#rehearse/report/tables.js';
import { timelineChart } from '#rehearse/report/timeline-chart.js';

/** The result page: one file that needs nothing else. */
export function page(findings: Findings): string {
  const { latency, fairness, winners, steps, counts } = findings;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Rehearsal: ${headline(findings)}</title>
        <style>
          ${new Html(style)}
        </style>
      </head>
      <body>
        <main>
          ${verdict(findings)} ${figures(findings)}
          <section>
            <h2>From the opening on</h2>
            <p class="key"><span class="issued">passes</span><span>refusals</span></p>
            ${timelineChart(steps)}
            <p class="note">
              ${counted(counts.early, 'reader')} tapped too early, were told so, and
              tapped again at the opening. ${retriesSentence(counts.retries)}
            </p>
          </section>
          <div class="pair">
            <section>
              <h2>How long winners waited</h2>
              ${latencyChart('issued', 'Latency of winners', latency.winners)}
            </section>
            <section>
              <h2>How long the refused waited</h2>
              ${latencyChart('refused', 'Latency of the refused', latency.refused)}
            </section>
          </div>
          <section>
            <h2>First come, first served?</h2>
            <p>${fairnessSentence(fairness)}</p>
            ${fairnessChart(winners)}
            <p class="note">A dot per pass: across, when its reader's request left; up, the place he got.</p>
          </section>
          <div class="pair">
            <section>
              <h2>What became of the readers</h2>
              ${outcomesTable(findings)}
            </section>
            <section>
              <h2>What they were told, against the database</h2>
              ${accountsTable(findings)}
            </section>
          </div>
          <section>
            <h2>What verify says</h2>
            ${checksTable(findings)}
          </section>
          ${conditions(findings)}
        </main>
      </body>
    </html>`.text;
}

function verdict(findings: Findings): Html {
  const { asked, server, at, clean } = findings;
  const where = server ?? 'on one machine';
  return html`<header class="verdict ${clean ? '' : 'broken'}">
    <p class="kicker">Rehearsal · ${at.slice(0, 16).replace('T', ' ')} UTC · ${where}</p>
    <h1>${headline(findings)}</h1>
    ${clean ? '' : html`<ul>${problems(findings).map((problem) => html`<li>${problem}</li>`)}</ul>`}
    <p>${counted(asked.readers, 'reader')} came for ${counted(asked.passes, 'pass', 'passes')} within ${roundTime(asked.withinMs)} of the opening.</p>
  </header>`;
}

function retriesSentence(retries: number): string {
  if (retries === 0) return 'No request had to be sent again.';
  return `${counted(retries, 'request')} had to be sent again: the server was busy, or the answer was lost.`;
}

function figures({ soldOutMs, issued, issuedPerSecond, latency }: Findings): Html {
  const tail = (of: typeof latency.winners) => duration(of.percentile(0.99) / 1000);
  const all = [
    soldOutMs === undefined ? ['Issued, not sold out', number(issued)] : ['Sold out after', duration(soldOutMs)],
    ['Passes per second', number(issuedPerSecond)],
    ['p99 of winners', tail(latency.winners)],
    ['p99 of the refused', tail(latency.refused)],
  ];
  return html`<dl class="figures">
    ${all.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
  </dl>`;
}

function conditions({ asked, machine, server, clockUncertainMs, client, counts }: Findings): Html {
  return html`<section>
    <h2>How it was measured</h2>
    <p class="note">
      The readers ran on ${machine.cpu}, ${counted(machine.cores, 'core')}, ${number(machine.memoryGb)} GB, ${machine.os}, Node ${machine.node}${server === undefined ? ', and so did the server and its PostgreSQL' : ''}. Of one core the readers took
      ${share(client.cpuShare)} after the opening,
      and sent nothing later than ${duration(client.lateMs)} after its time. They came over ${counted(asked.connections, 'connection')}, opened
      beforehand, half of them in the first quarter of the ${roundTime(asked.withinMs)}; while they waited they read the
      event page ${counted(counts.looks, 'time')}. The opening was judged by the server's clock, known here to ±${duration(clockUncertainMs)}.
      A reader's wait counts from his tap to his first certain answer, also while every connection was busy and while he
      was told to come back.
    </p>
  </section>`;
}
