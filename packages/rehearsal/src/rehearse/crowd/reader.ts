import type { MadeReader } from '#rehearse/staff.js';

/** What a pass looked like to the reader who was told of it. */
export interface ToldPass {
  readonly sequence: number;
  readonly code: string;
}

/** One throw-away reader, and what became of him. Times are in ms after the opening by the server's clock. */
export interface Reader {
  readonly id: string;
  readonly accessToken: string;
  /** Taps before the opening, is told so, and taps again at it. */
  readonly early: boolean;
  /** Taps twice at once. */
  readonly doubles: boolean;
  /** When he taps; for one who was early, again. */
  tapMs: number;
  /** When his request left for the server the first time. */
  arrivalMs: number | undefined;
  /** When he first knew for certain. */
  answeredMs: number | undefined;
  /** Taps that have no certain answer yet. */
  open: number;
  retries: number;
  readonly passes: ToldPass[];
  /** The definite refusals that he was told, by their type in the schema, or the code of an error. */
  readonly refusals: string[];
}

export interface Habits {
  readonly withinMs: number;
  readonly early: number;
  readonly doubleTap: number;
}

/**
 * Gives readers their habits. The crowd is thickest at the opening: half of it comes in the first quarter of the time.
 * Whoever was early waits at the countdown, and taps when a hand does.
 */
export function castReaders(made: readonly MadeReader[], habits: Habits, random: () => number = Math.random): Reader[] {
  return made.map(({ id, accessToken }) => ({
    id,
    accessToken,
    early: random() < habits.early,
    doubles: random() < habits.doubleTap,
    tapMs: habits.withinMs * random() ** 2,
    arrivalMs: undefined,
    answeredMs: undefined,
    open: 0,
    retries: 0,
    passes: [],
    refusals: [],
  }));
}
