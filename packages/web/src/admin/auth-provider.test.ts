import { PagedropError, type PagedropClient, type User } from '@pagedrop/sdk';
import { HttpError } from 'react-admin';
import { describe, expect, test, vi } from 'vitest';

import { createAuthProvider } from '#admin/auth-provider.ts';

const staff: User = { id: '1', username: '운영자', role: 'OPERATOR', createdAt: '2026-01-01T00:00:00Z' };

function build({ hasSession = true, me = async (): Promise<User | null> => staff } = {}) {
  let stored = hasSession;
  const otherTabs: (() => void)[] = [];
  const client = {
    login: vi.fn<PagedropClient['login']>(async () => staff),
    logout: vi.fn<PagedropClient['logout']>(async () => undefined),
    me: vi.fn<PagedropClient['me']>(me),
  };
  const flag = {
    isSet: () => stored,
    set: (value: boolean) => void (stored = value),
    watch: (listener: (hasSession: boolean) => void) => void otherTabs.push(() => listener(stored)),
  };
  const auth = createAuthProvider({ client, flag, translate: (key) => key });
  return { auth, client, flag, otherTab: () => otherTabs.forEach((tell) => tell()) };
}

const ask = { resource: 'books', action: 'edit' };

describe('the auth provider', () => {
  test('a browser that was never logged in is sent to the login page without a request', async () => {
    const { auth, client } = build({ hasSession: false });
    await expect(auth.checkAuth({})).rejects.toEqual({ message: false });
    expect(client.me).not.toHaveBeenCalled();
  });

  test('a reload finds the session by its cookie, and asks once for everything', async () => {
    const { auth, client } = build();
    await Promise.all([auth.checkAuth({}), auth.getIdentity?.(), auth.getPermissions?.({})]);
    expect(await auth.canAccess?.(ask)).toBe(true);
    expect(client.me).toHaveBeenCalledTimes(1);
  });

  test('a server that can’t be reached logs nobody out, and is asked again', async () => {
    const { auth, client, flag } = build();
    client.me.mockRejectedValueOnce(new PagedropError('NETWORK', 'cut off'));
    await expect(auth.getIdentity?.()).rejects.toMatchObject({ message: 'errors.NETWORK' });
    expect(flag.isSet()).toBe(true);
    expect(await auth.getIdentity?.()).toMatchObject({ fullName: '운영자' });
  });

  test('logging out revokes the session; a lost one is only forgotten', async () => {
    const { auth, client, flag } = build();
    await auth.logout({});
    expect(client.logout).toHaveBeenCalledTimes(1);
    expect(flag.isSet()).toBe(false);

    await auth.login({ username: ' 운영자 ', password: 'p' });
    expect(client.login).toHaveBeenCalledWith('운영자', 'p');
    await expect(auth.checkError(new HttpError('', 401))).rejects.toMatchObject({ status: 401 });
    await auth.logout({});
    expect(client.logout).toHaveBeenCalledTimes(1);
  });

  test('a refused action logs nobody out, but the role is looked up again', async () => {
    const { auth, client } = build();
    await auth.checkAuth({});
    client.me.mockResolvedValue({ ...staff, role: 'SUPPORT' });
    await auth.checkError(new HttpError('', 403));
    expect(await auth.canAccess?.(ask)).toBe(false);
  });

  test('another tab that logs in as somebody else is noticed', async () => {
    const { auth, client, otherTab } = build();
    await auth.checkAuth({});
    client.me.mockResolvedValue({ ...staff, username: '다른 사람' });
    otherTab();
    expect(await auth.getIdentity?.()).toMatchObject({ fullName: '다른 사람' });
  });
});
