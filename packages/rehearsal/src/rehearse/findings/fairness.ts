/** A reader who got a pass: when his request left for the server, and which place he got. */
export interface Winner {
  readonly arrivalMs: number;
  readonly sequence: number;
}

export interface Fairness {
  /** Spearman's rank correlation of arrival and sequence: 1 is the same order, 0 none; undefined below two winners. */
  readonly rankCorrelation: number | undefined;
  /** Readers before whom somebody was served who came more than `toleranceMs` after them. */
  readonly overtaken: number;
  readonly toleranceMs: number;
  /** By how much the most unlucky one was overtaken, in ms; 0 when nobody was. */
  readonly worstMs: number;
  /** How many readers that is out of. */
  readonly readers: number;
}

/** What a person cannot tell from "at the same time". */
const TOLERANCE_MS = 100;

/**
 * Holds the order of arrival against the order of issue. A reader was overtaken by whoever came later and got a smaller
 * place, and one who got nothing by every winner who came later.
 */
export function fairnessOf(
  winners: readonly Winner[],
  refusedArrivalsMs: readonly number[],
  toleranceMs: number = TOLERANCE_MS,
): Fairness {
  const overtakenBy = [...winnersOvertaken(winners), ...refusedOvertaken(winners, refusedArrivalsMs)];
  return {
    rankCorrelation: rankCorrelationOf(winners),
    overtaken: overtakenBy.filter((ms) => ms > toleranceMs).length,
    toleranceMs,
    worstMs: overtakenBy.reduce((worst, ms) => Math.max(worst, ms), 0),
    readers: winners.length + refusedArrivalsMs.length,
  };
}

function winnersOvertaken(winners: readonly Winner[]): number[] {
  let latestMs = -Infinity;
  return winners
    .toSorted((a, b) => a.sequence - b.sequence)
    .map(({ arrivalMs }) => {
      const overtakenBy = latestMs - arrivalMs;
      latestMs = Math.max(latestMs, arrivalMs);
      return overtakenBy;
    });
}

function refusedOvertaken(winners: readonly Winner[], refusedArrivalsMs: readonly number[]): number[] {
  const lastMs = winners.reduce((last, { arrivalMs }) => Math.max(last, arrivalMs), -Infinity);
  return refusedArrivalsMs.map((arrivalMs) => lastMs - arrivalMs);
}

/** 1 − 6·Σd² ∕ (n·(n² − 1)); readers who came in the same instant share no rank, and whoever was served first is first. */
function rankCorrelationOf(winners: readonly Winner[]): number | undefined {
  const n = winners.length;
  if (n < 2) return undefined;
  const bySequence = winners.toSorted((a, b) => a.sequence - b.sequence);
  const placeOf = new Map(bySequence.map((winner, place) => [winner, place]));
  const byArrival = winners.toSorted((a, b) => a.arrivalMs - b.arrivalMs || a.sequence - b.sequence);
  const squares = byArrival.reduce((sum, winner, rank) => sum + (rank - (placeOf.get(winner) ?? rank)) ** 2, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}
