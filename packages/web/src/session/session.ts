import type { AuthPayloadFieldsFragment, User } from '@pagedrop/sdk';

import { apiProblem } from '#lib/api-problem.ts';
import type { SessionFlag } from '#session/session-flag.ts';

/** `restoring` until it is known whether the reader is logged in: the page then promises nothing about it. */
export type SessionState = { status: 'restoring' } | { status: 'anonymous' } | { status: 'authenticated'; user: User };

/** Why a session ended: the reader's wish, or a refresh token that the server no longer takes. */
export type SessionEnd = 'logout' | 'expired';

export interface SessionDeps {
  /** Asks the server for a new access token by the cookie. */
  refresh: () => Promise<AuthPayloadFieldsFragment>;
  /** Runs the task while no other tab runs one. */
  exclusively: <T>(task: () => Promise<T>) => Promise<T>;
  flag: SessionFlag;
  /** The server's clock in milliseconds. */
  now: () => number;
}

/** The reader's session. The access token lives here, in memory, and nowhere else. */
export interface Session {
  state: () => SessionState;
  subscribe: (listener: () => void) => () => void;
  /** Calls back when a session that existed is over; returns the function that stops it. */
  onEnd: (listener: (why: SessionEnd) => void) => () => void;
  accessToken: () => string | null;
  /** Takes over what `login` or `register` answered. */
  begin: (payload: AuthPayloadFieldsFragment) => void;
  end: (why: SessionEnd) => void;
  /** A new access token by the cookie; false when the server refuses one. Rejects when it can't be reached. */
  renew: () => Promise<boolean>;
  /** Called once when the page starts. */
  restore: () => void;
}

/** How long before its end an access token is replaced. */
const RENEW_AHEAD_MS = 60_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;

export function createSession({ refresh, exclusively, flag, now }: SessionDeps): Session {
  let state: SessionState = flag.isSet() ? { status: 'restoring' } : { status: 'anonymous' };
  let token: string | null = null;
  let renewing: Promise<boolean> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();
  const endListeners = new Set<(why: SessionEnd) => void>();

  function change(next: SessionState) {
    state = next;
    for (const listener of listeners) listener();
  }

  function begin(payload: AuthPayloadFieldsFragment) {
    token = payload.accessToken;
    flag.set(true);
    const lifetime = Date.parse(payload.accessTokenExpiresAt) - now();
    keepFresh(Math.max(lifetime - RENEW_AHEAD_MS, FIRST_RETRY_MS), FIRST_RETRY_MS);
    change({ status: 'authenticated', user: payload.user });
  }

  function end(why: SessionEnd) {
    const existed = state.status === 'authenticated';
    clearTimeout(timer);
    token = null;
    flag.set(false);
    change({ status: 'anonymous' });
    if (existed) for (const listener of endListeners) listener(why);
  }

  // A server that can't be reached is no reason to log anybody out: ask again, less and less often.
  function keepFresh(delay: number, nextDelay: number) {
    clearTimeout(timer);
    timer = setTimeout(() => {
      renew().catch(() => keepFresh(nextDelay, Math.min(nextDelay * 2, LONGEST_RETRY_MS)));
    }, delay);
  }

  // The refresh token is rotated by each use, and using an old one ends the session: never two requests at once.
  function renew(): Promise<boolean> {
    renewing ??= exclusively(requestRenewal).finally(() => {
      renewing = null;
    });
    return renewing;
  }

  async function requestRenewal(): Promise<boolean> {
    try {
      begin(await refresh());
      return true;
    } catch (error) {
      if (apiProblem(error).code !== 'UNAUTHENTICATED') throw error;
      end('expired');
      return false;
    }
  }

  flag.watch((hasSession) => {
    if (!hasSession && state.status !== 'anonymous') end('logout');
    if (hasSession && state.status === 'anonymous') {
      change({ status: 'restoring' });
      keepFresh(0, FIRST_RETRY_MS);
    }
  });

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onEnd(listener) {
      endListeners.add(listener);
      return () => void endListeners.delete(listener);
    },
    accessToken: () => token,
    begin,
    end,
    renew,
    restore: () => {
      if (state.status === 'restoring') keepFresh(0, FIRST_RETRY_MS);
    },
  };
}
