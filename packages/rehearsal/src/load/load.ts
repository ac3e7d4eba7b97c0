import type { Target } from '#load/connection.js';
import type { Answer } from '#load/response-reader.js';

/** One request, as its bytes go over the wire; text is sent as latin1. */
export interface LoadRequest {
  readonly bytes: Buffer | string;
}

/** What open and closed loops have in common. */
export interface Load<R extends LoadRequest> {
  readonly target: Target;
  readonly connections: number;
  /** Called whenever a request can go; undefined ends the load. */
  readonly next: () => R | undefined;
  /** Names the outcome of an answer; must be cheap. Whoever wants to keep more of it does so here, by copying. */
  readonly classify: (answer: Answer, request: R) => string;
  /** Told of requests whose outcome nobody knows: cut off, timed out. */
  readonly onUnknown?: (request: R, reason: string) => void;
  /** How long an answer is waited for; then its outcome is unknown. */
  readonly timeoutMs?: number;
  /** Ends the load: what is on its way then is unknown. */
  readonly signal?: AbortSignal;
}

export const DEFAULT_TIMEOUT_MS = 15_000;
