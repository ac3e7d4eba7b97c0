import type { AccessTokens, Viewer } from '#auth/access-token.js';
import type { LoginLimiter } from '#auth/login-limiter.js';
import type { Passwords } from '#auth/passwords.js';
import type { Role } from '#auth/role.js';
import type { StaffMember } from '#auth/staff-member.js';
import type { RevokedSessions } from '#auth/revoked-sessions.js';
import type { Database } from '#platform/database.js';

/** The browser's copy of the refresh token: an httpOnly cookie that scripts cannot read. */
export interface RefreshCookie {
  read(): string | undefined;
  write(token: string, expiresAt: Date): void;
  clear(): void;
}

/** Who asks, and where what he asks about is kept. */
export interface ViewerContext {
  readonly database: Database;
  /** Who asks, or undefined; looked up once per request and only when somebody wants to know. */
  viewer(): Promise<Viewer | undefined>;
  /**
   * Who asks, if he has one of these roles in the database now; looked up once per request.
   * @throws PublicError UNAUTHENTICATED or FORBIDDEN
   */
  requireRole(roles: readonly Role[]): Promise<StaffMember>;
}

/** What the auth commands need of a request and of the server. */
export interface AuthContext extends ViewerContext {
  readonly accessTokens: AccessTokens;
  readonly passwords: Passwords;
  readonly loginLimiter: LoginLimiter;
  readonly revokedSessions: RevokedSessions;
  readonly refreshCookie: RefreshCookie;
  /** The client's network address, past the proxies that are trusted. */
  readonly address: string;
}
