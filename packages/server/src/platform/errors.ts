import { GraphQLError } from 'graphql';

/** Every error code that leaves the server, beside Apollo's own for documents that do not parse or validate. */
export const errorCatalogue = {
  UNAUTHENTICATED: 'Log in first: the access token is missing, invalid or expired.',
  FORBIDDEN: 'Your account may not do this.',
  BAD_USER_INPUT: 'The input is not valid.',
  NOT_FOUND: 'There is no such thing here, or not any more.',
  CONFLICT: 'This does not fit what is there now. Load it again and look.',
  USERNAME_TAKEN: 'This username is taken. Choose another one.',
  INVALID_CREDENTIALS: 'Username or password is wrong.',
  TOO_MANY_REQUESTS: 'Too many attempts. Wait and try again.',
  SERVICE_UNAVAILABLE: 'The service cannot answer right now. Try again in a moment.',
  INTERNAL_SERVER_ERROR: 'Something went wrong on our side. Try again in a moment.',
} as const;

export type ErrorCode = keyof typeof errorCatalogue;

/** What is wrong with one field of an input. */
export interface InputProblem {
  /** A path: `title`, or `rows.3.number`. */
  readonly field: string;
  /** For programs and translations: `TOO_LONG`. */
  readonly reason: string;
  /** For people, in English: what is expected. */
  readonly message: string;
  /** The bound that was passed, when it is one. */
  readonly limit?: number | undefined;
}

/** What a client may read beside the code. `field` and `reason` let it show its own words at the right place. */
export interface ErrorDetails {
  message?: string;
  field?: string;
  reason?: string;
  /** Milliseconds. */
  retryAfterMs?: number;
  /** Everything that is wrong with a form, so that it can be mended at once. */
  problems?: readonly InputProblem[];
  /** The version that is there now, for an edit that began from an older one. */
  version?: number;
}

/** A deliberate error: its message and details are meant for the client and pass the border unmasked. */
export class PublicError extends GraphQLError {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    const { message = errorCatalogue[code], ...extensions } = details;
    super(message, { extensions: { code, ...extensions } });
    this.name = 'PublicError';
    this.code = code;
  }
}
