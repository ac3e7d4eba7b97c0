import type { AuthPayloadFieldsFragment } from '../generated/operations.js';
import type { UserCoupon } from '../types.js';
import type { Reply } from './scripted-server.js';

const user = { id: 'u1', username: '독자', role: 'READER', createdAt: '2026-01-01T00:00:00.000Z' } as const;

/** An `AuthPayload` under the operation's root field; the access token lasts `lifetimeMs` from now. */
export function authReply(
  field: 'login' | 'register' | 'refreshSession',
  number: number,
  { lifetimeMs = 900_000, ...rest }: { lifetimeMs?: number; delayMs?: number } = {},
): Reply {
  const payload: AuthPayloadFieldsFragment = {
    accessToken: `access-${number}`,
    accessTokenExpiresAt: new Date(Date.now() + lifetimeMs).toISOString(),
    refreshToken: `refresh-${number}`,
    user,
  };
  return { data: { [field]: payload }, ...rest };
}

export function errorReply(code: string, extensions: Record<string, unknown> = {}): Reply {
  return { error: { message: `refused: ${code}`, extensions: { code, ...extensions } } };
}

export const meReply: Reply = { data: { me: user } };

export const retryLaterReply: Reply = {
  data: { downloadCoupon: { __typename: 'RetryLater', message: 'busy', retryAfterMs: 20 } },
};

const pass: UserCoupon = {
  id: 'p1',
  code: 'ABCD-EFGH-JKMN-PQRS',
  sequence: 37,
  alreadyIssued: false,
  isUsed: false,
  usedAt: null,
  readableUntil: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  expiresAt: '2026-01-04T00:00:00.000Z',
  revokedAt: null,
  coupon: {
    id: 'c1',
    number: 'MUJEONG-1000',
    status: 'ACTIVE',
    totalQuantity: 1000,
    issuedQuantity: 37,
    quantity: 963,
    startsAt: '2026-01-01T00:00:00.000Z',
    endsAt: '2026-01-08T00:00:00.000Z',
    useWithinDays: 3,
    readingDays: 30,
    book: { id: 'b1', title: '무정', author: '이광수', description: '', coverUrl: null },
  },
};

export const passReply: Reply = { data: { downloadCoupon: { __typename: 'UserCoupon', ...pass } } };
