import type { DownloadCouponResult } from '@pagedrop/sdk';

import { apiProblem } from '#lib/api-problem.ts';

/** Under way: asked for the first time, or again because the server was busy or could not be reached. */
export type ClaimPhase = 'taking' | 'busy' | 'reconnecting';

/** How a claim ended. */
export type ClaimEnd =
  | {
      kind: 'answered';
      result: Exclude<DownloadCouponResult, { __typename: 'RetryLater' }>;
      /** An earlier answer to this same tap never arrived: a pass that "was there already" may be its own. */
      afterLostAnswer?: true;
    }
  | { kind: 'stillBusy' }
  | { kind: 'failed'; error: unknown };

export interface ClaimDeps {
  /** Sends the one mutation. Safe to repeat: the server answers a second one with the same pass. */
  download: (couponNumber: string) => Promise<DownloadCouponResult>;
  wait: (ms: number) => Promise<void>;
  /** Resolves as soon as the device is connected again, after `ms` at the latest: a stopped server says nothing. */
  waitForConnection: (ms: number) => Promise<void>;
  /** Milliseconds of a clock that only runs forward. */
  elapsed: () => number;
  /** 0 inclusive to 1 exclusive. */
  random: () => number;
}

/** The claims under way on this page, at most one per coupon. */
export interface Claims {
  /** Takes a pass; null when a claim for this coupon is already under way, however fast the second tap came. */
  take: (couponNumber: string) => Promise<ClaimEnd | null>;
  phases: () => ReadonlyMap<string, ClaimPhase>;
  subscribe: (listener: () => void) => () => void;
}

const MOST_TRIES = 7;
const SHORTEST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 15_000;
/** A connection that is gone for longer gives the reader the button back. */
const LONGEST_LOSS_MS = 5 * 60_000;
const GROWTH = 1.6;

export function createClaims({ download, wait, waitForConnection, elapsed, random }: ClaimDeps): Claims {
  // Replaced, never changed, so that a reader of the old map keeps a consistent picture.
  let phases: ReadonlyMap<string, ClaimPhase> = new Map();
  const listeners = new Set<() => void>();

  function setPhase(couponNumber: string, phase: ClaimPhase | null) {
    const next = new Map(phases);
    if (phase) next.set(couponNumber, phase);
    else next.delete(couponNumber);
    phases = next;
    for (const listener of listeners) listener();
  }

  async function askUntilAnswered(couponNumber: string): Promise<ClaimEnd> {
    let everLost = false;
    let refusals = 0;
    let loss = { since: 0, tries: 0 };
    for (;;) {
      const answer = await ask(couponNumber, download);
      if (answer.kind === 'lost') {
        everLost = true;
        loss = { since: loss.tries === 0 ? elapsed() : loss.since, tries: loss.tries + 1 };
        if (elapsed() - loss.since >= LONGEST_LOSS_MS) return { kind: 'failed', error: answer.error };
        setPhase(couponNumber, 'reconnecting');
        await waitForConnection(pause(SHORTEST_WAIT_MS * 2, loss.tries, random()));
      } else if (answer.kind === 'busy') {
        // Only what the server itself refused counts against the tries.
        loss = { since: 0, tries: 0 };
        refusals += 1;
        if (refusals === MOST_TRIES) return { kind: 'stillBusy' };
        setPhase(couponNumber, 'busy');
        await wait(pause(answer.retryAfterMs, refusals, random()));
      } else {
        return answer.kind === 'answered' && everLost ? { ...answer, afterLostAnswer: true } : answer;
      }
    }
  }

  return {
    async take(couponNumber) {
      // The guard is this very line: it runs before anything is awaited, so no second tap can come in between.
      if (phases.has(couponNumber)) return null;
      setPhase(couponNumber, 'taking');
      try {
        return await askUntilAnswered(couponNumber);
      } finally {
        setPhase(couponNumber, null);
      }
    },
    phases: () => phases,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What the server asked for, growing with each try, and up to half as much again so that a crowd spreads out. */
function pause(retryAfterMs: number, tries: number, random: number): number {
  const grown = Math.max(retryAfterMs, SHORTEST_WAIT_MS) * GROWTH ** (tries - 1);
  return Math.min(grown, LONGEST_WAIT_MS) * (1 + random / 2);
}

async function ask(
  couponNumber: string,
  download: ClaimDeps['download'],
): Promise<ClaimEnd | { kind: 'busy'; retryAfterMs: number } | { kind: 'lost'; error: unknown }> {
  try {
    const result = await download(couponNumber);
    if (result.__typename === 'RetryLater') return { kind: 'busy', retryAfterMs: result.retryAfterMs };
    return { kind: 'answered', result };
  } catch (error) {
    const { code, retryAfterMs } = apiProblem(error);
    // The connection broke: the pass may be issued or not. Asking again is safe, and tells.
    if (code === 'NETWORK') return { kind: 'lost', error };
    const busy = code === 'SERVICE_UNAVAILABLE' || code === 'TOO_MANY_REQUESTS';
    return busy ? { kind: 'busy', retryAfterMs: retryAfterMs ?? 1_000 } : { kind: 'failed', error };
  }
}
