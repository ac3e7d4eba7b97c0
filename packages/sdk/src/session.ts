import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { PagedropError } from './errors.js';
import { LogoutDocument, RefreshSessionDocument, type AuthPayloadFieldsFragment } from './generated/operations.js';
import { leaveEarly } from './leave-early.js';
import { request, startTimeout, type Answer, type Transport } from './transport.js';

/** Far below the minute for which the server gives the same successor to the old token again (its decision 5). */
const RENEWAL_TIMEOUT_MS = 5_000;

export interface CallOptions {
  /** The caller's: when it aborts, its reason is thrown as it is. */
  readonly signal?: AbortSignal | undefined;
  /** For everything, a renewal of the session included. */
  readonly timeoutMs?: number | undefined;
}

interface Tokens {
  readonly accessToken: string;
  /** Null in browsers, where the cookie has it. */
  readonly refreshToken: string | null;
  /** By `performance.now()`: a device's clock may be set wrong or be changed, this one only runs. */
  readonly renewAt: number;
}

/** One reader's session: keeps the tokens in memory, and renews them before they expire or when the server refuses. */
export class Session {
  readonly #transport: Transport;
  #tokens: Tokens | undefined;
  #renewal: Promise<void> | undefined;
  /** A browser may hold a cookie from before this page was loaded: only the server can tell. */
  #mayHoldCookie: boolean;

  constructor(transport: Transport) {
    this.#transport = transport;
    this.#mayHoldCookie = transport.credentials === 'include';
  }

  /** Begins (or, after a refresh, continues) with what the server just answered. */
  keep(payload: AuthPayloadFieldsFragment, answeredAt: number): void {
    const lifetimeMs = Date.parse(payload.accessTokenExpiresAt) - answeredAt;
    this.#tokens = {
      accessToken: payload.accessToken,
      refreshToken: payload.refreshToken,
      renewAt: performance.now() + lifetimeMs * 0.9,
    };
    this.#mayHoldCookie = this.#transport.credentials === 'include';
  }

  /** Sends an operation as this reader. Refused as UNAUTHENTICATED, it renews the session and asks once more. */
  async request<TResult, TVariables>(
    document: TypedDocumentNode<TResult, TVariables>,
    variables: TVariables,
    { signal, timeoutMs }: CallOptions = {},
  ): Promise<Answer<TResult>> {
    const timeout = startTimeout(timeoutMs);
    const accessToken = await leaveEarly(this.#currentToken(), signal, timeout);
    try {
      return await request(this.#transport, document, variables, { accessToken, signal, timeout });
    } catch (error) {
      if (!isUnauthenticated(error)) throw error;
      const renewed = await leaveEarly(this.#renew(accessToken), signal, timeout);
      if (renewed === undefined) throw error;
      return await request(this.#transport, document, variables, { accessToken: renewed, signal, timeout });
    }
  }

  /** A token that is good now, for requests that are no operations; undefined when nobody is logged in. */
  async accessToken(): Promise<string | undefined> {
    return await this.#currentToken();
  }

  /** Revokes the session. When the server can't be reached the tokens are kept, so that one can try again. */
  async end(): Promise<void> {
    // Otherwise tokens that a running renewal is about to bring would outlive the logout.
    await this.#renewal?.catch(() => undefined);
    const { accessToken, refreshToken = null } = this.#tokens ?? {};
    await request(this.#transport, LogoutDocument, refreshToken === null ? {} : { refreshToken }, { accessToken });
    this.#forget();
  }

  async #currentToken(): Promise<string | undefined> {
    if (this.#tokens && performance.now() < this.#tokens.renewAt) return this.#tokens.accessToken;
    return await this.#renew(this.#tokens?.accessToken);
  }

  /** Everybody who finds the same token stale shares one renewal. */
  async #renew(stale: string | undefined): Promise<string | undefined> {
    if (this.#tokens?.accessToken === stale) {
      this.#renewal ??= this.#refresh().finally(() => (this.#renewal = undefined));
      await this.#renewal;
    }
    return this.#tokens?.accessToken;
  }

  async #refresh(): Promise<void> {
    const before = this.#tokens;
    const refreshToken = before?.refreshToken ?? null;
    if (refreshToken === null && !this.#mayHoldCookie) return;
    try {
      const variables = refreshToken === null ? {} : { refreshToken };
      const timeout = startTimeout(RENEWAL_TIMEOUT_MS);
      const { data, answeredAt } = await request(this.#transport, RefreshSessionDocument, variables, { timeout });
      // Somebody may have logged in meanwhile; that session is the one they want.
      if (this.#tokens === before) this.keep(data.refreshSession, answeredAt);
    } catch (error) {
      if (!isUnauthenticated(error)) throw error;
      if (this.#tokens === before) this.#forget();
    }
  }

  #forget(): void {
    this.#tokens = undefined;
    this.#mayHoldCookie = false;
  }
}

function isUnauthenticated(error: unknown): boolean {
  return error instanceof PagedropError && error.code === 'UNAUTHENTICATED';
}
