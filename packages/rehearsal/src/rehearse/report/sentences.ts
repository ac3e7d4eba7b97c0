import type { Accounts } from '#rehearse/findings/accounts.js';
import type { Fairness } from '#rehearse/findings/fairness.js';
import type { Findings } from '#rehearse/findings/findings.js';
import { counted, duration, number } from '#rehearse/report/format.js';

/** The verdict in one line. */
export function headline({ clean, issued }: Findings): string {
  return clean
    ? `It held: exactly ${counted(issued, 'pass', 'passes')}, one per reader, none lost.`
    : 'It did not hold.';
}

/** What went wrong, a sentence each; none when it is clean. */
export function problems({ accounts, verdict, doubleTaps }: Findings): string[] {
  const wrong = Object.entries(ACCOUNT_WORDS).flatMap(([name, words]) => {
    const value = accountOf(accounts, name);
    return value > 0 ? [`${words.charAt(0).toUpperCase()}${words.slice(1)}: ${number(value)}.`] : [];
  });
  const broken = verdict.checks
    .filter(({ breaches }) => breaches.length > 0)
    .map(({ rule, breaches }) => `Broken in the database: ${rule} (${breaches.join('; ')}).`);
  const apart = doubleTaps.winners - doubleTaps.samePass;
  const double = apart > 0 ? [`${counted(apart, 'double tap')} got two different answers.`] : [];
  return [...wrong, ...broken, ...double];
}

/** Each account and what a number beside it counts. */
export const ACCOUNT_WORDS: Readonly<Record<keyof Accounts, string>> = {
  lost: 'passes told of and not in the database as told',
  double: 'passes, places or codes given twice',
  overIssued: 'passes more than there were',
  deniedAndHeld: 'readers told "all gone" who hold one',
  strangers: 'passes of somebody who never asked',
  leftOver: 'passes left while readers were told "all gone"',
  unanswered: 'readers without a certain answer',
  errors: 'readers who met an error',
};

function accountOf(accounts: Accounts, name: string): number {
  return Object.entries(accounts).find(([account]) => account === name)?.[1] ?? 0;
}

/** Fairness, for a person who knows no rank correlation. */
export function fairnessSentence({ rankCorrelation, overtaken, toleranceMs, worstMs, readers }: Fairness): string {
  if (rankCorrelation === undefined) return 'Too few passes were issued to speak of an order.';
  const measure = `(rank correlation ${rankCorrelation.toFixed(4)}, 1 is the very same order)`;
  const first = `${orderOf(rankCorrelation)} the order in which the requests left ${measure}.`;
  const worst = worstMs > 0 ? ` The most that anybody was overtaken by is ${duration(worstMs)}.` : '';
  if (overtaken === 0) {
    return `${first} Nobody was overtaken by somebody who came more than ${toleranceMs} ms later.${worst}`;
  }
  return `${first} ${number(overtaken)} of ${number(readers)} readers were overtaken by somebody who came more than ${toleranceMs} ms later.${worst}`;
}

function orderOf(rankCorrelation: number): string {
  if (rankCorrelation >= 0.9995) return 'Passes went out in';
  return rankCorrelation >= 0.95 ? 'Passes went out very nearly in' : 'Passes did not go out in';
}
