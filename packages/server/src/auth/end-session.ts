import { raw } from '@mikro-orm/core';
import type { AuthContext } from '#auth/auth-context.js';
import { SessionEntity } from '#auth/session.entity.js';

/**
 * Ends a session and all its tokens; nothing happens when it has ended already.
 * With `tokenHash`, only when that is or was one of its refresh tokens, as far as they are remembered: to know its id
 * is not enough.
 */
export async function endSession(context: AuthContext, sessionId: string, tokenHash?: Buffer): Promise<void> {
  const ended = await context.database.fork().nativeUpdate(
    SessionEntity,
    {
      id: sessionId,
      revokedAt: null,
      ...(tokenHash && { $or: [{ tokenHash }, { previousTokenHash: tokenHash }] }),
    },
    { revokedAt: raw('now()') },
  );
  if (ended === 1) context.revokedSessions.add(sessionId);
}
