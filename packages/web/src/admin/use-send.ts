import { useLogoutIfAccessDenied, useTranslate } from 'react-admin';

import { useClient } from '#admin/client-context.ts';
import type { Send } from '#admin/data-provider/staff-resource.ts';
import { toHttpError } from '#admin/data-provider/to-http-error.ts';

/** The server answers within its own 15 seconds or says that it can't; past that the line is dead. */
export const ANSWER_WITHIN_MS = 20_000;

/**
 * Sends an operation that is none of a resource's own (a summary, a pause). It rejects with an `HttpError` whose
 * message is a sentence to show; an ended session leads to the login page and back.
 */
export function useSend(): Send {
  const client = useClient();
  const translate = useTranslate();
  const logoutIfAccessDenied = useLogoutIfAccessDenied();
  return async (document, variables, options) => {
    try {
      return await client.send(document, variables, { timeoutMs: ANSWER_WITHIN_MS, ...options });
    } catch (error) {
      if (options?.signal?.aborted === true) throw error; // whoever asked has no use for an answer any more
      const inWords = toHttpError(error, translate);
      await logoutIfAccessDenied(inWords);
      throw inWords;
    }
  };
}
