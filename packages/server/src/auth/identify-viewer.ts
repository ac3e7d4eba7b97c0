import type { AccessTokens, Viewer } from '#auth/access-token.js';
import type { RevokedSessions } from '#auth/revoked-sessions.js';

/** Reads `Authorization: Bearer …` (RFC 6750). A token that is not valid, or whose session was ended, is nobody. */
export async function identifyViewer(
  authorization: string | undefined,
  accessTokens: AccessTokens,
  revokedSessions: RevokedSessions,
): Promise<Viewer | undefined> {
  const token = bearerToken(authorization);
  const viewer = token === undefined ? undefined : accessTokens.verify(token);
  if (!viewer || (await revokedSessions.has(viewer.sessionId))) return undefined;
  return viewer;
}

/** The token of `Authorization: Bearer …` (RFC 6750). */
export function bearerToken(authorization: string | undefined): string | undefined {
  return authorization?.match(/^Bearer +(\S+)$/i)?.[1];
}
