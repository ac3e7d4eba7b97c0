/** Details that the server adds to some errors, so that a client can show its own words at the right place. */
export interface PagedropErrorDetails {
  readonly field?: string | undefined;
  readonly reason?: string | undefined;
  readonly retryAfterMs?: number | undefined;
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

  constructor(code: string, message: string, details: PagedropErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.code = code;
    this.field = details.field;
    this.reason = details.reason;
    this.retryAfterMs = details.retryAfterMs;
  }
}
