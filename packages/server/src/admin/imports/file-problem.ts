import { PublicError } from '#platform/errors.js';

/** The refusal of a file as a whole: none of its lines could be looked at. */
export function fileProblem(reason: string, message: string): PublicError {
  return new PublicError('BAD_USER_INPUT', { reason, message });
}
