import { useApolloClient } from '@apollo/client/react';
import { LogoutDocument } from '@pagedrop/sdk';
import { useState } from 'react';
import { toast } from 'sonner';

import { useI18n } from '#i18n/i18n-context.ts';
import { apiProblem } from '#lib/api-problem.ts';
import { problemWords } from '#lib/problem-words.ts';
import { useSessionServices } from '#session/session-context.ts';

/** Ends the session on the server first: "logged out" is only said when it is so. */
export function useLogOut(): { logOut: () => void; leaving: boolean } {
  const client = useApolloClient();
  const { session } = useSessionServices();
  const { t } = useI18n();
  const [leaving, setLeaving] = useState(false);

  async function logOut() {
    setLeaving(true);
    try {
      await client.mutate({ mutation: LogoutDocument, fetchPolicy: 'no-cache' });
      session.end('logout');
      toast(t.auth.loggedOut);
    } catch (error) {
      toast.error(problemWords(apiProblem(error), t.errors).message);
    } finally {
      setLeaving(false);
    }
  }

  return { logOut: () => void logOut(), leaving };
}
