import type { PagedropClient, User } from '@pagedrop/sdk';
import { HttpError, type AuthProvider, type TranslateFunction } from 'react-admin';

import { mayDo } from '#admin/access.ts';
import { toHttpError } from '#admin/data-provider/to-http-error.ts';
import type { SessionFlag } from '#session/session-flag.ts';

interface AuthProviderDeps {
  client: Pick<PagedropClient, 'login' | 'logout' | 'me'>;
  /** Shared with the reader's page: logging in here logs in there. */
  flag: SessionFlag;
  translate: TranslateFunction;
}

/** Rejected without words: who was never logged in needs no notice that he is not. */
const SILENT = { message: false };

/** Logging in and out, and what a role is offered. A READER passes: the layout tells him that this page is for staff. */
export function createAuthProvider({ client, flag, translate }: AuthProviderDeps): AuthProvider {
  let asked: Promise<User | null> | undefined;

  // Everything on the screen asks who is here; the server is asked once.
  function whoIsHere(): Promise<User | null> {
    asked ??= askServer().catch((error: unknown) => {
      asked = undefined;
      throw toHttpError(error, translate);
    });
    return asked;
  }

  async function askServer(): Promise<User | null> {
    if (!flag.isSet()) return null;
    const user = await client.me();
    if (!user) flag.set(false);
    return user;
  }

  async function viewer(): Promise<User> {
    const user = await whoIsHere();
    if (!user) throw new HttpError(translate('errors.UNAUTHENTICATED'), 401);
    return user;
  }

  function forget(): void {
    asked = Promise.resolve(null);
    flag.set(false);
  }

  flag.watch(() => {
    asked = undefined;
  });

  return {
    async login({ username, password }: { username: string; password: string }) {
      const user = await client.login(username.trim(), password);
      asked = Promise.resolve(user);
      flag.set(true);
    },
    async logout() {
      // Whoever is out already (expired, revoked, logged out in another tab) has nothing left to revoke.
      const user = await whoIsHere().catch(() => null);
      if (user) await client.logout();
      forget();
    },
    async checkAuth() {
      const user = await whoIsHere();
      if (!user) throw SILENT;
    },
    async checkError(error: unknown) {
      const status = error instanceof HttpError ? error.status : undefined;
      // A role may have been taken away: the next look asks the server again.
      if (status === 403) asked = undefined;
      if (status !== 401) return;
      forget();
      throw new HttpError(translate('errors.UNAUTHENTICATED'), 401);
    },
    async getIdentity() {
      const { id, username, role } = await viewer();
      return { id, fullName: username, role };
    },
    async getPermissions() {
      return (await whoIsHere())?.role;
    },
    async canAccess({ resource, action }) {
      return mayDo((await viewer()).role, resource, action);
    },
  };
}
