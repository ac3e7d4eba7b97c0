import { createAccessTokens, type AccessTokens } from '#auth/access-token.js';
import { LoginLimiter } from '#auth/login-limiter.js';
import { Passwords } from '#auth/passwords.js';
import { RevokedSessions } from '#auth/revoked-sessions.js';
import { IssuingEngine } from '#coupons/issuing/issuing-engine.js';
import { createAnnouncements, type Announcements } from '#platform/announcements.js';
import type { Database } from '#platform/database.js';
import type { Logger } from '#platform/logging.js';
import type { Redis } from '#platform/redis.js';

/** Everything that lives as long as the process; built here, once, and carried by the context. */
export interface Services {
  readonly database: Database;
  readonly accessTokens: AccessTokens;
  readonly passwords: Passwords;
  readonly loginLimiter: LoginLimiter;
  readonly revokedSessions: RevokedSessions;
  readonly announcements: Announcements;
  readonly issuing: IssuingEngine;
}

export interface ServiceOptions {
  readonly jwtSecret: string;
  readonly issueBatchMax: number;
  readonly issueQueueMax: number;
  readonly redis: Redis | undefined;
}

export function createServices(database: Database, logger: Logger, options: ServiceOptions): Services {
  const { jwtSecret, issueBatchMax, issueQueueMax } = options;
  return {
    database,
    accessTokens: createAccessTokens(jwtSecret),
    passwords: new Passwords(),
    loginLimiter: new LoginLimiter(options.redis),
    revokedSessions: new RevokedSessions(database.pool),
    announcements: createAnnouncements(options.redis, logger),
    issuing: new IssuingEngine({ pool: database.pool, logger, batchMax: issueBatchMax, queueMax: issueQueueMax }),
  };
}
