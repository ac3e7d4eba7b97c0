import { raw } from '@mikro-orm/core';
import { v7 as uuid } from 'uuid';
import type { AuthContext } from '#auth/auth-context.js';
import { createRefreshToken } from '#auth/refresh-token.js';
import { SessionEntity } from '#auth/session.entity.js';
import { handOver, type AuthPayload } from '#auth/session-tokens.js';
import type { User } from '#auth/user.entity.js';
import { PublicError } from '#platform/errors.js';

/** How long a session lasts without use, and how long it is kept after its end for whoever looks into a complaint. */
const SESSION_DAYS = 30;

/**
 * Opens a session for a user who has just proved who he is, and deletes his that are long over.
 * @throws PublicError INVALID_CREDENTIALS when his password was changed, or he was deleted, while he proved it
 */
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
  // Under a share lock: whoever resets the password and ends all sessions comes before this one or sees it.
  const { rowCount } = await context.database.pool.query(
    `with holder as (select id from "user" where id = $2 and password_hash is not distinct from $5 for share)
     insert into session (id, user_id, token_hash, expires_at) select $1, id, $3, $4 from holder`,
    [refresh.sessionId, user.id, refresh.hash, expiresAt, user.passwordHash],
  );
  if (rowCount === 0) throw new PublicError('INVALID_CREDENTIALS');
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
