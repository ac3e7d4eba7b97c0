import type { DownloadCouponResult } from '@pagedrop/sdk';

import { apiProblem } from '#lib/api-problem.ts';

/** Under way: asked for the first time, or being asked again because the server was busy. */
export type ClaimPhase = 'taking' | 'busy';

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
const GROWTH = 1.6;

export function createClaims({ download, wait, random }: ClaimDeps): Claims {
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
    let lost = false;
    for (let tries = 1; ; tries += 1) {
      const answer = await ask(couponNumber, download);
      if (answer.kind === 'answered' && lost) return { ...answer, afterLostAnswer: true };
      if (answer.kind !== 'busy') return answer;
      lost ||= answer.lost !== undefined;
      if (tries === MOST_TRIES) return answer.lost ? { kind: 'failed', error: answer.lost } : { kind: 'stillBusy' };
      setPhase(couponNumber, 'busy');
      await wait(pause(answer.retryAfterMs, tries, random()));
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
): Promise<ClaimEnd | { kind: 'busy'; retryAfterMs: number; lost?: unknown }> {
  try {
    const result = await download(couponNumber);
    if (result.__typename === 'RetryLater') return { kind: 'busy', retryAfterMs: result.retryAfterMs };
    return { kind: 'answered', result };
  } catch (error) {
    const { code, retryAfterMs } = apiProblem(error);
    // The connection broke: the pass may be issued or not. Asking again is safe, and tells.
    if (code === 'NETWORK') return { kind: 'busy', retryAfterMs: 500, lost: error };
    const busy = code === 'SERVICE_UNAVAILABLE' || code === 'TOO_MANY_REQUESTS';
    return busy ? { kind: 'busy', retryAfterMs: retryAfterMs ?? 1_000 } : { kind: 'failed', error };
  }
}
