import { HttpError } from 'react-admin';

/**
 * Whether what failed may have been done nevertheless. Only a refusal (4xx) is certain: a server that is busy or broken
 * may have been so after its COMMIT.
 */
export function mayBeDone(error: unknown): boolean {
  return !(error instanceof HttpError && error.status >= 400 && error.status < 500);
}
