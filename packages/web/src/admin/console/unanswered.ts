import { HttpError } from 'react-admin';
import { z } from 'zod';

const unanswered = z.object({ code: z.literal(['NETWORK', 'BAD_RESPONSE']) });

/** Whether no answer of the server came, so that nobody knows what it did. */
export function isUnanswered(error: unknown): error is HttpError {
  return error instanceof HttpError && unanswered.safeParse(error.body).success;
}
