import { describeMachine, type Machine } from '#machine/describe-machine.js';
import { Histogram } from '#statistics/histogram.js';
import type { ClientLoad } from '#rehearse/crowd/crowd.js';
import type { Reader } from '#rehearse/crowd/reader.js';
import type { Tally } from '#rehearse/crowd/tally.js';
import { settleAccounts, type Accounts } from '#rehearse/findings/accounts.js';
import { doubleTapsOf, type DoubleTaps } from '#rehearse/findings/double-taps.js';
import { fairnessOf, type Fairness, type Winner } from '#rehearse/findings/fairness.js';
import type { Options } from '#rehearse/options.js';
import type { HeldPass, Verdict } from '#rehearse/staff.js';

/** Everything that a rehearsal found out, as it goes into the JSON file and onto the page. */
export interface Findings {
  readonly at: string;
  /** The address that was loaded; undefined: one started for it on this machine. */
  readonly server: string | undefined;
  readonly machine: Machine;
  readonly asked: Pick<
    Options,
    'readers' | 'passes' | 'opensInMs' | 'withinMs' | 'connections' | 'early' | 'doubleTap'
  >;
  readonly clean: boolean;
  readonly issued: number;
  /** From the opening until the last pass was answered; undefined when some are left. */
  readonly soldOutMs: number | undefined;
  readonly issuedPerSecond: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly counts: { readonly retries: number; readonly early: number; readonly looks: number };
  readonly accounts: Accounts;
  readonly doubleTaps: DoubleTaps;
  readonly fairness: Fairness;
  readonly verdict: Verdict;
  /** In µs, from the tap to the first certain answer. */
  readonly latency: { readonly winners: Histogram; readonly refused: Histogram };
  readonly steps: Tally['steps'];
  readonly winners: readonly Winner[];
  /** How far off our idea of the server's clock may be. */
  readonly clockUncertainMs: number;
  readonly client: ClientLoad;
}

export interface Seen {
  readonly options: Options;
  readonly readers: readonly Reader[];
  readonly tally: Tally;
  readonly held: readonly HeldPass[];
  readonly verdict: Verdict;
  readonly clockUncertainMs: number;
  readonly client: ClientLoad;
}

export function findingsOf(seen: Seen): Findings {
  const { options, readers, tally, held, verdict } = seen;
  const { server, yes: _yes, out: _out, ...asked } = options;
  const won = readers.filter(({ passes }) => passes.length > 0);
  const lost = readers.filter(({ passes, answeredMs }) => passes.length === 0 && answeredMs !== undefined);
  const lastMs = won.reduce((last, { answeredMs = 0 }) => Math.max(last, answeredMs), 0);
  const winners = won.map(({ arrivalMs = 0, passes }) => ({ arrivalMs, sequence: passes[0]?.sequence ?? 0 }));
  const accounts = settleAccounts(readers, held, options.passes);
  const doubleTaps = doubleTapsOf(readers);
  const rulesHold = verdict.checks.every(({ breaches }) => breaches.length === 0);
  return {
    at: new Date().toISOString(),
    server: server?.endpoint.origin,
    machine: describeMachine(),
    asked,
    clean:
      rulesHold && Object.values(accounts).every((wrong) => wrong === 0) && doubleTaps.samePass === doubleTaps.winners,
    issued: held.length,
    soldOutMs: held.length >= options.passes ? lastMs : undefined,
    issuedPerSecond: lastMs > 0 ? won.length / (lastMs / 1000) : 0,
    outcomes: outcomesOf(readers),
    counts: { retries: tally.retried, early: tally.early, looks: tally.looks },
    accounts,
    doubleTaps,
    fairness: fairnessOf(
      winners,
      lost.map(({ arrivalMs = 0 }) => arrivalMs),
    ),
    verdict,
    latency: { winners: latenciesOf(won), refused: latenciesOf(lost) },
    steps: tally.steps,
    winners,
    clockUncertainMs: seen.clockUncertainMs,
    client: seen.client,
  };
}

/** How each reader's story ended, and how many ended so. */
function outcomesOf(readers: readonly Reader[]): Record<string, number> {
  const ends = readers.map(({ passes, refusals }) => (passes.length > 0 ? 'UserCoupon' : (refusals[0] ?? 'no answer')));
  const counted: Record<string, number> = {};
  for (const end of ends) counted[end] = (counted[end] ?? 0) + 1;
  return counted;
}

function latenciesOf(readers: readonly Reader[]): Histogram {
  const histogram = new Histogram();
  for (const { tapMs, answeredMs } of readers)
    if (answeredMs !== undefined) histogram.record((answeredMs - tapMs) * 1000);
  return histogram;
}
