import type { AuthContext } from '#auth/auth-context.js';
import { endSession } from '#auth/end-session.js';
import { readRefreshToken } from '#auth/refresh-token.js';

/** Ends the session of the access token and that of the refresh token, and takes the cookie away. */
export async function logout(context: AuthContext, input: { refreshToken: string | null }): Promise<true> {
  const viewer = await context.viewer();
  if (viewer) await endSession(context, viewer.sessionId);
  const refresh = readRefreshToken(input.refreshToken ?? context.refreshCookie.read() ?? '');
  if (refresh) await endSession(context, refresh.sessionId, refresh.hash);
  context.refreshCookie.clear();
  return true;
}
