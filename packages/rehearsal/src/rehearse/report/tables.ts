import type { Findings } from '#rehearse/findings/findings.js';
import { number } from '#rehearse/report/format.js';
import { html, type Html } from '#report/html.js';
import { outcomeWords } from '#rehearse/report/outcome-words.js';
import { ACCOUNT_WORDS } from '#rehearse/report/sentences.js';

/** How many readers ended how. */
export function outcomesTable({ outcomes }: Findings): Html {
  const sorted = Object.entries(outcomes).toSorted(([, a], [, b]) => b - a);
  return table(sorted.map(([outcome, count]) => row(outcomeWords(outcome), number(count))));
}

/** What must be nothing, and the double taps. */
export function accountsTable({ accounts, doubleTaps }: Findings): Html {
  const { winners, samePass } = doubleTaps;
  const wrong = Object.entries(accounts).map(([name, count]) =>
    row(wordsOf(name), number(count), count === 0 ? 'ok' : 'wrong'),
  );
  const same = `${number(samePass)} of ${number(winners)}`;
  return table([
    ...wrong,
    row('winners who tapped twice and got one pass', same, samePass === winners ? 'ok' : 'wrong'),
  ]);
}

/** Each rule of `npm run verify`. */
export function checksTable({ verdict }: Findings): Html {
  return table(
    verdict.checks.map(({ rule, breaches }) =>
      row(
        breaches.length === 0 ? rule : html`${rule}<br /><span class="wrong">${breaches.join('; ')}</span>`,
        breaches.length === 0 ? 'holds' : 'broken',
        breaches.length === 0 ? 'ok' : 'wrong',
      ),
    ),
  );
}

function wordsOf(account: string): string {
  return Object.entries(ACCOUNT_WORDS).find(([name]) => name === account)?.[1] ?? account;
}

function table(rows: readonly Html[]): Html {
  return html`<table><tbody>${rows}</tbody></table>`;
}

function row(what: string | Html, value: string, kind = ''): Html {
  return html`<tr><th scope="row">${what}</th><td class="${kind}">${value}</td></tr>`;
}
