import type { AuthContext } from '#auth/auth-context.js';
import type { User } from '#auth/user.entity.js';

/** What a log-in, a registration or a refresh answers. */
export interface AuthPayload {
  readonly accessToken: string;
  readonly accessTokenExpiresAt: Date;
  /** Null for browsers: theirs is in the cookie, where no script can take it. */
  readonly refreshToken: string | null;
  readonly user: User;
}

interface Handover {
  readonly user: User;
  readonly sessionId: string;
  readonly refreshToken: string;
  readonly expiresAt: Date;
  readonly returnRefreshToken: boolean;
}

/** Signs an access token and gives the refresh token out: into the cookie, or into the body for clients that asked. */
export function handOver(context: AuthContext, session: Handover): AuthPayload {
  const { user, sessionId, refreshToken, expiresAt, returnRefreshToken } = session;
  if (!returnRefreshToken) context.refreshCookie.write(refreshToken, expiresAt);
  return {
    ...context.accessTokens.sign({ userId: user.id, sessionId, role: user.role }),
    refreshToken: returnRefreshToken ? refreshToken : null,
    user,
  };
}
