import type { PublicError } from '#platform/errors.js';

/** The HTTP status of a deliberate error, where the answer is not GraphQL's. */
export function statusOf({ code, extensions }: PublicError): number {
  switch (code) {
    case 'UNAUTHENTICATED':
    case 'INVALID_CREDENTIALS':
      return 401;
    case 'FORBIDDEN':
      return 403;
    case 'NOT_FOUND':
      return 404;
    case 'CONFLICT':
    case 'USERNAME_TAKEN':
      return 409;
    case 'BAD_USER_INPUT':
      return extensions['reason'] === 'TOO_LARGE' ? 413 : 400;
    case 'TOO_MANY_REQUESTS':
      return 429;
    case 'SERVICE_UNAVAILABLE':
      return 503;
    case 'INTERNAL_SERVER_ERROR':
      return 500;
  }
}
