import { ApolloLink } from '@apollo/client/link';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { ErrorLink } from '@apollo/client/link/error';
import { from, switchMap } from 'rxjs';

import { apiProblem } from '#lib/api-problem.ts';
import type { Session } from '#session/session.ts';

/** Operations that begin or end a session: they carry no access token and are never repeated with a new one. */
const WITHOUT_SESSION = new Set(['Login', 'Register', 'RefreshSession']);
const RETRIED = 'pagedropRetried';

/** Sends the access token along and, when the server calls it too old, gets a new one and asks once more. */
export function createSessionLink(session: () => Session): ApolloLink {
  const authorize = new ApolloLink((operation, forward) => {
    const token = session().accessToken();
    if (token && !WITHOUT_SESSION.has(operation.operationName ?? '')) {
      operation.setContext({ headers: { authorization: `Bearer ${token}` } });
    }
    return forward(operation);
  });

  const renewOnce = new ErrorLink(({ error, operation, forward }) => {
    if (!CombinedGraphQLErrors.is(error) || apiProblem(error).code !== 'UNAUTHENTICATED') return;
    if (WITHOUT_SESSION.has(operation.operationName ?? '') || operation.getContext()[RETRIED] === true) return;
    if (session().state().status !== 'authenticated') return;
    operation.setContext({ [RETRIED]: true });
    // A refused renewal still forwards: the operation then fails with the server's own UNAUTHENTICATED.
    return from(session().renew()).pipe(switchMap(() => forward(operation)));
  });

  return ApolloLink.from([renewOnce, authorize]);
}
