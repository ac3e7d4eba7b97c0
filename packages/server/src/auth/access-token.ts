import { createSecretKey } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import { roles, type Role } from '#auth/role.js';

/** How long an access token is valid, in seconds. */
export const ACCESS_TOKEN_SECONDS = 15 * 60;

const ISSUER = 'pagedrop';
const AUDIENCE = 'pagedrop';

/** Who makes a request, as its access token says. */
export interface Viewer {
  readonly userId: string;
  readonly sessionId: string;
  readonly role: Role;
  /** Only coupons whose numbers begin with this are there for the viewer; every coupon when it is undefined. */
  readonly onlyCoupons?: string | undefined;
}

export interface AccessTokens {
  sign(viewer: Viewer): { accessToken: string; accessTokenExpiresAt: Date };
  /** Undefined when the token is malformed, expired, or not signed by us for us. */
  verify(token: string): Viewer | undefined;
}

const claims = z.object({ sub: z.uuid(), sid: z.uuid(), role: z.enum(roles), only: z.string().optional() });

/** JSON Web Tokens (RFC 7519), HS256 only: a token that names another algorithm is refused (RFC 8725, 3.1). */
export function createAccessTokens(secret: string): AccessTokens {
  // A KeyObject made once: given a string, the library first tries to read it as a public key, at every call.
  const key = createSecretKey(Buffer.from(secret));
  return {
    sign({ userId, sessionId, role, onlyCoupons }) {
      const accessToken = jwt.sign({ sid: sessionId, role, only: onlyCoupons }, key, {
        algorithm: 'HS256',
        issuer: ISSUER,
        audience: AUDIENCE,
        subject: userId,
        expiresIn: ACCESS_TOKEN_SECONDS,
      });
      return { accessToken, accessTokenExpiresAt: new Date(Date.now() + ACCESS_TOKEN_SECONDS * 1000) };
    },
    verify(token) {
      try {
        const payload = jwt.verify(token, key, { algorithms: ['HS256'], issuer: ISSUER, audience: AUDIENCE });
        const { data } = claims.safeParse(payload);
        return data && { userId: data.sub, sessionId: data.sid, role: data.role, onlyCoupons: data.only };
      } catch {
        return undefined;
      }
    },
  };
}
