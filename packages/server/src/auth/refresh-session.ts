import { raw, type RawQueryFragment } from '@mikro-orm/core';
import type { AuthContext } from '#auth/auth-context.js';
import { sessionExpiry } from '#auth/begin-session.js';
import { endSession } from '#auth/end-session.js';
import { createRefreshToken, readRefreshToken, type RefreshToken } from '#auth/refresh-token.js';
import { SessionEntity } from '#auth/session.entity.js';
import { handOver, type AuthPayload } from '#auth/session-tokens.js';
import { PublicError } from '#platform/errors.js';

/** For so long after a rotation the token before it is taken once more: its successor may have been lost on the way. */
const LOST_ANSWER_SECONDS = 10;

/**
 * Renews a session and replaces its refresh token. A token that was replaced earlier has been copied by
 * somebody: the session ends for both (RFC 9700, 4.14.2).
 * @throws PublicError UNAUTHENTICATED
 */
export async function refreshSession(
  context: AuthContext,
  input: { refreshToken: string | null },
): Promise<AuthPayload> {
  const given = readRefreshToken(input.refreshToken ?? context.refreshCookie.read() ?? '');
  if (!given) throw ended(context);

  const next = createRefreshToken(given.sessionId);
  const expiresAt = sessionExpiry();
  if (!(await rotate(context, given, next, expiresAt))) {
    await endSession(context, given.sessionId);
    throw ended(context);
  }
  const session = await context.database
    .fork()
    .findOneOrFail(SessionEntity, { id: given.sessionId }, { populate: ['user'] });
  return handOver(context, {
    user: session.user,
    sessionId: session.id,
    refreshToken: next.text,
    expiresAt,
    returnRefreshToken: input.refreshToken !== null,
  });
}

/** The database decides, in one statement each, and the affected rows are the answer. */
async function rotate(
  context: AuthContext,
  given: RefreshToken,
  next: RefreshToken,
  expiresAt: Date,
): Promise<boolean> {
  const em = context.database.fork();
  const now: RawQueryFragment = raw('now()');
  const alive = { id: given.sessionId, revokedAt: null, expiresAt: { $gt: raw('now()') } };
  const rotated = await em.nativeUpdate(
    SessionEntity,
    { ...alive, tokenHash: given.hash },
    { tokenHash: next.hash, previousTokenHash: given.hash, rotatedAt: now, expiresAt },
  );
  if (rotated === 1) return true;
  const repeated = await em.nativeUpdate(
    SessionEntity,
    {
      ...alive,
      previousTokenHash: given.hash,
      rotatedAt: { $gt: raw(`now() - interval '${LOST_ANSWER_SECONDS} seconds'`) },
    },
    { tokenHash: next.hash, expiresAt },
  );
  return repeated === 1;
}

function ended(context: AuthContext): PublicError {
  context.refreshCookie.clear();
  return new PublicError('UNAUTHENTICATED', { message: 'The session has ended. Log in again.' });
}
