import { ApolloClient } from '@apollo/client';
import { InMemoryCache } from '@apollo/client/cache';
import { ApolloLink } from '@apollo/client/link';
import { HttpLink } from '@apollo/client/link/http';
import { RefreshSessionDocument, type AuthPayloadFieldsFragment } from '@pagedrop/sdk';

import { createClockLink } from '#clock/clock-link.ts';
import { createServerClock, type ServerClock } from '#clock/server-clock.ts';
import { forgetPasses } from '#passes/remember-pass.ts';
import { createLoginPrompt, type LoginPrompt } from '#session/login-prompt.ts';
import { createSession, type Session } from '#session/session.ts';
import { storedSessionFlag } from '#session/session-flag.ts';
import { createSessionLink } from '#session/session-link.ts';

/** Everything of the page that outlives a component. */
export interface Services {
  client: ApolloClient;
  clock: ServerClock;
  session: Session;
  prompt: LoginPrompt;
}

export function createServices(): Services {
  const clock = createServerClock();
  const client: ApolloClient = new ApolloClient({
    cache: new InMemoryCache({
      // Each answer has all coupons of a book that are on the page: the list is replaced, not merged.
      typePolicies: { Book: { fields: { coupons: { merge: false } } } },
    }),
    // `session` is made below and first used by a request, which is later than both.
    link: ApolloLink.from([
      createSessionLink(() => session),
      createClockLink(clock),
      new HttpLink({ uri: '/graphql', credentials: 'same-origin', fetch: fetchInTime }),
    ]),
  });
  const session = createSession({
    refresh: () => refreshSession(client),
    exclusively: (task) => exclusively(task),
    flag: storedSessionFlag,
    now: clock.now,
  });
  session.onEnd(() => forgetPasses(client.cache));
  return { client, clock, session, prompt: createLoginPrompt() };
}

/** The server answers within its own 15 seconds or says that it can't; past that the line is dead. */
const ANSWER_WITHIN_MS = 20_000;

function fetchInTime(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const signals = [init.signal, AbortSignal.timeout(ANSWER_WITHIN_MS)].filter(
    (signal) => signal instanceof AbortSignal,
  );
  return fetch(input, { ...init, signal: AbortSignal.any(signals) });
}

async function refreshSession(client: ApolloClient): Promise<AuthPayloadFieldsFragment> {
  const { data } = await client.mutate({ mutation: RefreshSessionDocument, fetchPolicy: 'no-cache' });
  if (!data) throw new TypeError('The answer to refreshSession has no data.');
  return data.refreshSession;
}

/** One tab at a time. Without locks (an old browser, an address without https) there is only this tab to think of. */
async function exclusively<T>(task: () => Promise<T>): Promise<T> {
  const locks: LockManager | undefined = navigator.locks;
  return locks ? await locks.request('pagedrop.refreshSession', task) : await task();
}
