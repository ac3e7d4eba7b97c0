import type { AccessTokens } from '#auth/access-token.js';
import { bearerToken } from '#auth/identify-viewer.js';
import { STAFF } from '#auth/role.js';

/**
 * Whether a request carries the token of somebody who works here, for a server that is behind: who has to pause a
 * drop must get through just then. What he may do is decided later, as ever. A reader's token costs no verification.
 */
export function comesFromStaff(authorization: string | undefined, accessTokens: Pick<AccessTokens, 'verify'>): boolean {
  const token = bearerToken(authorization);
  const payload = token?.split('.')[1];
  if (token === undefined || payload === undefined) return false;
  if (Buffer.from(payload, 'base64url').includes('"role":"READER"')) return false;
  const viewer = accessTokens.verify(token);
  return viewer !== undefined && STAFF.includes(viewer.role);
}
