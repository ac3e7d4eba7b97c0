import { Pictures } from '#admin/covers/pictures.js';
import { ExportSlots } from '#admin/exports/export-slots.js';
import { createExportTickets, type ExportTickets } from '#admin/exports/export-tickets.js';
import { createAccessTokens, type AccessTokens } from '#auth/access-token.js';
import { LoginLimiter } from '#auth/login-limiter.js';
import { Passwords } from '#auth/passwords.js';
import { RevokedSessions } from '#auth/revoked-sessions.js';
import { Covers } from '#catalog/covers/covers.js';
import { EVENT_LIST_MAX_AGE_MS, EventList } from '#coupons/event-list.js';
import { IssuingEngine } from '#coupons/issuing/issuing-engine.js';
import { Tallies } from '#coupons/tallies/tallies.js';
import { createAnnouncements, type Announcements } from '#platform/announcements.js';
import type { Database } from '#platform/database.js';
import { EventLoopLag } from '#platform/event-loop-lag.js';
import type { Logger } from '#platform/logging.js';
import type { Redis } from '#platform/redis.js';
import { shareText } from '#platform/shared-text.js';
import type { FileStore } from '#platform/storage/file-store.js';

/** Everything that lives as long as the process; built here, once, and carried by the context. */
export interface Services {
  readonly database: Database;
  readonly accessTokens: AccessTokens;
  readonly passwords: Passwords;
  readonly loginLimiter: LoginLimiter;
  readonly revokedSessions: RevokedSessions;
  readonly announcements: Announcements;
  readonly lag: EventLoopLag;
  readonly tallies: Tallies;
  readonly issuing: IssuingEngine;
  readonly eventList: EventList;
  readonly covers: Covers;
  readonly pictures: Pictures;
  readonly exportTickets: ExportTickets;
  readonly exportSlots: ExportSlots;
}

export interface ServiceOptions {
  readonly jwtSecret: string;
  readonly issueBatchMax: number;
  readonly issueQueueMax: number;
  readonly redis: Redis | undefined;
  readonly coverStore: FileStore;
  /** How many processes share this machine's cores. */
  readonly workers: number;
  /** False: every look goes to the database. */
  readonly remember: boolean;
}

/** A process so far behind, in milliseconds, takes no more claims; those it has it answers. */
const CLAIM_LAG_MAX_MS = 1000;

export function createServices(database: Database, logger: Logger, options: ServiceOptions): Services {
  const { jwtSecret, issueBatchMax, issueQueueMax, redis, remember } = options;
  const { pool } = database;
  const lag = new EventLoopLag();
  const announcements = createAnnouncements(redis, logger);
  const tallies = new Tallies({ pool, logger });
  const issuing = new IssuingEngine({
    pool,
    logger,
    tallies,
    announcements,
    batchMax: issueBatchMax,
    queueMax: issueQueueMax,
    isOverloaded: () => lag.ms > CLAIM_LAG_MAX_MS,
    rememberMs: remember ? 1000 : 0,
  });
  return {
    database,
    accessTokens: createAccessTokens(jwtSecret),
    passwords: new Passwords({ processes: options.workers, isDropping: () => issuing.isRush }),
    loginLimiter: new LoginLimiter(redis),
    revokedSessions: new RevokedSessions(pool, announcements),
    announcements,
    lag,
    tallies,
    issuing,
    exportTickets: createExportTickets(jwtSecret),
    exportSlots: new ExportSlots(pool),
    eventList: new EventList({
      pool,
      announcements,
      shared: redis && remember ? shareText(redis, 'pagedrop:event-list', EVENT_LIST_MAX_AGE_MS) : undefined,
      maxAgeMs: remember ? EVENT_LIST_MAX_AGE_MS : 0,
    }),
    covers: new Covers(options.coverStore, logger),
    pictures: new Pictures(),
  };
}
