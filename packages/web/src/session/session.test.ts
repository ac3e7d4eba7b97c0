import { CombinedGraphQLErrors } from '@apollo/client/errors';
import type { AuthPayloadFieldsFragment } from '@pagedrop/sdk';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { createSession, type SessionDeps, type SessionEnd } from '#session/session.ts';

const refused = new CombinedGraphQLErrors({ errors: [{ message: '', extensions: { code: 'UNAUTHENTICATED' } }] });

function payload(accessToken: string): AuthPayloadFieldsFragment {
  return {
    accessToken,
    accessTokenExpiresAt: new Date(Date.now() + 15 * 60_000).toISOString(),
    refreshToken: null,
    user: { id: '1', username: '독자', role: 'READER', createdAt: new Date().toISOString() },
  };
}

function build(overrides: Partial<SessionDeps> & { hasSession: boolean }) {
  let stored = overrides.hasSession;
  const otherTabs: ((hasSession: boolean) => void)[] = [];
  const session = createSession({
    refresh: async () => payload('fresh'),
    exclusively: (task) => task(),
    now: () => Date.now(),
    flag: { isSet: () => stored, set: (value) => (stored = value), watch: (listener) => void otherTabs.push(listener) },
    ...overrides,
  });
  return {
    session,
    flagIsSet: () => stored,
    otherTab: (hasSession: boolean) => otherTabs.forEach((tell) => tell(hasSession)),
  };
}

describe('createSession', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('asks nothing for a visitor who never logged in', async () => {
    const refresh = vi.fn<SessionDeps['refresh']>(async () => payload('fresh'));
    const { session } = build({ hasSession: false, refresh });
    session.restore();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(session.state().status).toBe('anonymous');
    expect(refresh).not.toHaveBeenCalled();
  });

  it('restores a session and renews it a minute before its token ends', async () => {
    const refresh = vi.fn<SessionDeps['refresh']>(async () => payload('fresh'));
    const { session } = build({ hasSession: true, refresh });
    expect(session.state().status).toBe('restoring');
    session.restore();
    await vi.advanceTimersByTimeAsync(0);
    expect(session.state().status).toBe('authenticated');
    await vi.advanceTimersByTimeAsync(14 * 60_000);
    expect(refresh).toHaveBeenCalledTimes(2);
  });

  it('forgets a session that the server refuses', async () => {
    const { session, flagIsSet } = build({ hasSession: true, refresh: () => Promise.reject(refused) });
    session.restore();
    await vi.advanceTimersByTimeAsync(0);
    expect(session.state().status).toBe('anonymous');
    expect(flagIsSet()).toBe(false);
  });

  it('does not log out while the server can’t be reached, and asks again', async () => {
    const refresh = vi.fn<SessionDeps['refresh']>().mockRejectedValueOnce(new TypeError('Failed to fetch'));
    refresh.mockImplementation(async () => payload('later'));
    const { session } = build({ hasSession: true, refresh });
    session.restore();
    await vi.advanceTimersByTimeAsync(0);
    expect(session.state().status).toBe('restoring');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(session.accessToken()).toBe('later');
  });

  it('sends one request however many ask for renewal at once', async () => {
    const refresh = vi.fn<SessionDeps['refresh']>(async () => payload('fresh'));
    const { session } = build({ hasSession: true, refresh });
    await Promise.all([session.renew(), session.renew(), session.renew()]);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('follows another tab out and in', async () => {
    const { session, otherTab } = build({ hasSession: false });
    session.begin(payload('mine'));
    const ended = vi.fn<(why: SessionEnd) => void>();
    session.onEnd(ended);
    otherTab(false);
    expect(session.accessToken()).toBeNull();
    expect(ended).toHaveBeenCalledWith('logout');
    otherTab(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(session.state().status).toBe('authenticated');
  });
});
