import { raw } from '@mikro-orm/core';
import { v7 as uuid } from 'uuid';
import type { AuthContext } from '#auth/auth-context.js';
import { createRefreshToken } from '#auth/refresh-token.js';
import { SessionEntity } from '#auth/session.entity.js';
import { handOver, type AuthPayload } from '#auth/session-tokens.js';
import type { User } from '#auth/user.entity.js';

/** How long a session lasts without use, and how long it is kept after its end for whoever looks into a complaint. */
const SESSION_DAYS = 30;

/** Opens a session for a user who has just proved who he is, and deletes his that are long over. */
export async function beginSession(
  context: AuthContext,
  user: User,
  returnRefreshToken: boolean,
): Promise<AuthPayload> {
  const refresh = createRefreshToken(uuid());
  const expiresAt = sessionExpiry();
  const em = context.database.fork();
  const over = { $lt: raw(`now() - interval '${SESSION_DAYS} days'`) };
  await em.nativeDelete(SessionEntity, { user: user.id, $or: [{ expiresAt: over }, { revokedAt: over }] });
  await em.insert(SessionEntity, { id: refresh.sessionId, user: user.id, tokenHash: refresh.hash, expiresAt });
  return handOver(context, {
    user,
    sessionId: refresh.sessionId,
    refreshToken: refresh.text,
    expiresAt,
    returnRefreshToken,
  });
}

/** Counted anew at every refresh. */
export function sessionExpiry(): Date {
  return new Date(Date.now() + SESSION_DAYS * 24 * 60 * 60 * 1000);
}
