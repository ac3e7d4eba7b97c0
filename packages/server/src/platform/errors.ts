import { GraphQLError } from 'graphql';

/** Every error code that leaves the server, beside Apollo's own for documents that do not parse or validate. */
export const errorCatalogue = {
  UNAUTHENTICATED: 'Log in first: the access token is missing, invalid or expired.',
  FORBIDDEN: 'Your account may not do this.',
  BAD_USER_INPUT: 'The input is not valid.',
  USERNAME_TAKEN: 'This username is taken. Choose another one.',
  INVALID_CREDENTIALS: 'Username or password is wrong.',
  TOO_MANY_REQUESTS: 'Too many attempts. Wait and try again.',
  SERVICE_UNAVAILABLE: 'The service cannot answer right now. Try again in a moment.',
  INTERNAL_SERVER_ERROR: 'Something went wrong on our side. Try again in a moment.',
} as const;

export type ErrorCode = keyof typeof errorCatalogue;

/** What a client may read beside the code. `field` and `reason` let it show its own words at the right place. */
export interface ErrorDetails {
  message?: string;
  field?: string;
  reason?: string;
  /** Milliseconds. */
  retryAfterMs?: number;
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
