import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { askUntilSettled, type DownloadCouponOptions } from './ask-again.js';
import {
  ActiveEventBooksDocument,
  DownloadCouponDocument,
  LoginDocument,
  MeDocument,
  MyCouponsDocument,
  RegisterDocument,
  UseCouponDocument,
} from './generated/operations.js';
import { Session, type CallOptions } from './session.js';
import { request, type Transport } from './transport.js';
import type { DownloadCouponResult, EventBook, UseCouponResult, User, UserCoupon } from './types.js';

export interface PagedropClientOptions {
  /** The GraphQL endpoint, as in `https://drops.example.com/graphql`. In browsers a path is enough. */
  readonly url: string | URL;
  /** Sends the requests; the platform's own by default. */
  readonly fetch?: typeof globalThis.fetch;
  /**
   * Ask for the refresh token in the answer and keep it in memory, instead of relying on the browser's cookie.
   * By default true outside browsers.
   */
  readonly returnRefreshToken?: boolean;
}

/**
 * A client of one Pagedrop server, for one reader at a time. Whatever is unexpected throws a `PagedropError`.
 * The access token is renewed by itself; nothing is written to any storage.
 */
export interface PagedropClient {
  /** Creates a reader and logs in as them. */
  register(username: string, password: string): Promise<User>;
  login(username: string, password: string): Promise<User>;
  /** Revokes the session on the server. */
  logout(): Promise<void>;
  /** Whoever is logged in; null when nobody is. */
  me(): Promise<User | null>;
  /** The books that are in an event now, and the server's clock to count down against. */
  activeEventBooks(): Promise<{ readonly books: readonly EventBook[]; readonly serverTime: string }>;
  /**
   * Takes a pass of the coupon with this number. Expected outcomes come back as data: tell them apart by `__typename`.
   *
   * Asking again is safe, the same reader and coupon always get the same pass. So while the server is busy
   * (`RetryLater`) or can't be reached, this asks again by itself for up to `maxWaitMs`. After that it returns the
   * `RetryLater`, or throws the `NETWORK` error: then whether a pass was issued is unknown, and asking later tells.
   */
  downloadCoupon(couponNumber: string, options?: DownloadCouponOptions): Promise<DownloadCouponResult>;
  /** The reader's passes, newest first. */
  myCoupons(): Promise<readonly UserCoupon[]>;
  /** Spends a pass, by its `id`. Safe to repeat. */
  useCoupon(id: string): Promise<UseCouponResult>;
  /** Sends an operation of your own as whoever is logged in, and never repeats it by itself. */
  send<TResult, TVariables>(
    document: TypedDocumentNode<TResult, TVariables>,
    variables: TVariables,
    options?: CallOptions,
  ): Promise<TResult>;
  /** A token that is good now, for requests that are no operations; null when nobody is logged in. */
  accessToken(): Promise<string | null>;
}

/** Throws a `TypeError` at once when `url` can't be an address here. */
export function createPagedropClient(options: PagedropClientOptions): PagedropClient {
  const returnRefreshToken = options.returnRefreshToken ?? typeof document === 'undefined';
  const transport: Transport = {
    url: resolveUrl(options.url),
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    credentials: returnRefreshToken ? 'omit' : 'include',
  };
  const session = new Session(transport);

  return {
    async register(username, password) {
      const variables = { username, password, returnRefreshToken };
      const { data, answeredAt } = await request(transport, RegisterDocument, variables);
      session.keep(data.register, answeredAt);
      return data.register.user;
    },
    async login(username, password) {
      const variables = { username, password, returnRefreshToken };
      const { data, answeredAt } = await request(transport, LoginDocument, variables);
      session.keep(data.login, answeredAt);
      return data.login.user;
    },
    async logout() {
      await session.end();
    },
    async me() {
      return (await session.request(MeDocument, {})).data.me;
    },
    async activeEventBooks() {
      const { data } = await request(transport, ActiveEventBooksDocument, {});
      return { books: data.activeEventBooks, serverTime: data.serverTime };
    },
    async downloadCoupon(couponNumber, downloadOptions) {
      return await askUntilSettled(
        async (requestOptions) =>
          (await session.request(DownloadCouponDocument, { couponNumber }, requestOptions)).data.downloadCoupon,
        downloadOptions,
      );
    },
    async myCoupons() {
      return (await session.request(MyCouponsDocument, {})).data.myCoupons;
    },
    async useCoupon(id) {
      return (await session.request(UseCouponDocument, { id })).data.useCoupon;
    },
    async send(document, variables, callOptions) {
      return (await session.request(document, variables, callOptions)).data;
    },
    async accessToken() {
      return (await session.accessToken()) ?? null;
    },
  };
}

function resolveUrl(url: string | URL): string {
  const base = typeof location === 'undefined' ? undefined : location.href;
  return new URL(url, base).href;
}
