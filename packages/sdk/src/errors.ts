/** One rule that the input broke. */
export interface InputProblem {
  /** Where in the input, as in `title` or `endsAt`. */
  readonly field: string;
  /** Which rule, as a word for programs. */
  readonly reason: string;
  /** The same as a sentence. */
  readonly message: string;
  /** The bound that was passed, where the rule has one. */
  readonly limit?: string | number | undefined;
}

/** Details that the server adds to some errors, so that a client can show its own words at the right place. */
export interface PagedropErrorDetails {
  readonly field?: string | undefined;
  readonly reason?: string | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly problems?: readonly InputProblem[] | undefined;
  readonly cause?: unknown;
}

/**
 * Everything unexpected. Expected outcomes, such as a sold-out coupon, are returned and never thrown.
 *
 * `code` is the server's (`UNAUTHENTICATED`, `BAD_USER_INPUT`, `TOO_MANY_REQUESTS` …) or one of two of the client's own:
 * - `NETWORK`: no complete answer arrived; whether the server acted is unknown.
 * - `BAD_RESPONSE`: what answered does not speak GraphQL; most likely the address is wrong.
 */
export class PagedropError extends Error {
  override readonly name = 'PagedropError';
  readonly code: string;
  /** The argument that was refused, as in `password`. */
  readonly field: string | undefined;
  /** Why it was refused, as a word for programs. */
  readonly reason: string | undefined;
  /** Milliseconds to wait before asking again. */
  readonly retryAfterMs: number | undefined;
  /** Every rule that the input broke, where the server looked at all of it; otherwise empty. */
  readonly problems: readonly InputProblem[];

  constructor(code: string, message: string, details: PagedropErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.code = code;
    this.field = details.field;
    this.reason = details.reason;
    this.retryAfterMs = details.retryAfterMs;
    this.problems = details.problems ?? [];
  }
}
