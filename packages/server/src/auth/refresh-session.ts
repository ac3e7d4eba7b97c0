import { randomBytes } from 'node:crypto';
import { raw, type RawQueryFragment } from '@mikro-orm/core';
import type { AuthContext } from '#auth/auth-context.js';
import { sessionExpiry } from '#auth/begin-session.js';
import { endSession } from '#auth/end-session.js';
import { readRefreshToken, successorOf, type RefreshToken } from '#auth/refresh-token.js';
import { SessionEntity } from '#auth/session.entity.js';
import { handOver, type AuthPayload } from '#auth/session-tokens.js';
import { PublicError } from '#platform/errors.js';

/**
 * For so long after its rotation an old token still gives its successor: the answer with it may have been lost on the
 * way, or another tab was faster. Several times what a client waits for an answer, so that it can ask again.
 */
const GRACE_SECONDS = 60;

/**
 * Renews a session and replaces its refresh token. A token that was replaced longer ago has been copied by
 * somebody: the session ends for both (RFC 9700, 4.14.2).
 * @throws PublicError UNAUTHENTICATED
 */
export async function refreshSession(
  context: AuthContext,
  input: { refreshToken: string | null },
): Promise<AuthPayload> {
  const given = readRefreshToken(input.refreshToken ?? context.refreshCookie.read() ?? '');
  if (!given) throw ended(context);

  await rotate(context, given);
  const renewed = await findByToken(context, given);
  if (!renewed) {
    await endSession(context, given.sessionId);
    throw ended(context);
  }
  return handOver(context, { ...renewed, returnRefreshToken: input.refreshToken !== null });
}

/**
 * Replaces the token if it is the one that is valid now, but not twice within the grace. So whatever was replaced
 * within the grace is the session's previous token, and every token that was given out within it is good.
 */
async function rotate(context: AuthContext, given: RefreshToken): Promise<void> {
  const salt = randomBytes(32);
  const now: RawQueryFragment = raw('now()');
  await context.database.fork().nativeUpdate(
    SessionEntity,
    { ...alive(given), tokenHash: given.hash, $or: [{ successorSalt: null }, { rotatedAt: { $lte: graceBegan() } }] },
    {
      tokenHash: successorOf(given, salt).hash,
      previousTokenHash: given.hash,
      successorSalt: salt,
      rotatedAt: now,
      expiresAt: sessionExpiry(),
    },
  );
}

/** The session and its token that is valid now, whoever rotated it: this request, or one beside or before it. */
async function findByToken(context: AuthContext, given: RefreshToken) {
  const session = await context.database.fork().findOne(
    SessionEntity,
    {
      ...alive(given),
      $or: [{ tokenHash: given.hash }, { previousTokenHash: given.hash, rotatedAt: { $gt: graceBegan() } }],
    },
    { populate: ['user'] },
  );
  if (!session) return undefined;
  const { id, user, tokenHash, successorSalt, expiresAt } = session;
  const current = successorSalt && !given.hash.equals(tokenHash) ? successorOf(given, successorSalt) : given;
  return { sessionId: id, user, refreshToken: current.text, expiresAt };
}

const alive = ({ sessionId }: RefreshToken) => ({ id: sessionId, revokedAt: null, expiresAt: { $gt: raw('now()') } });
const graceBegan = () => raw(`now() - interval '${GRACE_SECONDS} seconds'`);

function ended(context: AuthContext): PublicError {
  context.refreshCookie.clear();
  return new PublicError('UNAUTHENTICATED', { message: 'The session has ended. Log in again.' });
}
