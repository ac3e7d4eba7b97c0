import { setTimeout } from 'node:timers/promises';
import type { Pool } from 'pg';
import { validate as isUuid } from 'uuid';
import { ACCESS_TOKEN_SECONDS } from '#auth/access-token.js';
import type { Announcements } from '#platform/announcements.js';

const MAX_AGE_MS = 1000;
const TOPIC = 'session-ended';
/** What others announce is looked up in one query at a time, so many at once, and then not again for this long. */
const HEARD_MAX = 500;
const PAUSE_MS = 50;

/**
 * The sessions whose access tokens could still be valid but must not be: at once in this process and in those that
 * Redis reaches, within a second in the others. A look-up costs no query; all requests of a second share one.
 */
export class RevokedSessions {
  readonly #pool: Pool;
  readonly #announcements: Announcements;
  #revoked = new Set<string>();
  /** When the look began: what was revoked during it may be missing. */
  #loadedAt = -Infinity;
  #loading: Promise<void> | undefined;
  #heard = new Set<string>();
  #confirming = false;

  constructor(pool: Pool, announcements: Announcements) {
    this.#pool = pool;
    this.#announcements = announcements;
    announcements.listen(TOPIC, (sessionId) => this.#hear(sessionId));
  }

  /** Makes a revocation that is in the database count without waiting for the next look at it. */
  add(sessionId: string): void {
    this.#revoked.add(sessionId);
    this.#announcements.announce(TOPIC, sessionId);
  }

  async has(sessionId: string): Promise<boolean> {
    if (performance.now() - this.#loadedAt > MAX_AGE_MS) await (this.#loading ??= this.#load());
    return this.#revoked.has(sessionId);
  }

  /** An announcement is not believed, or whoever reaches Redis could log readers out; it only says where to look. */
  #hear(sessionId: string): void {
    if (this.#revoked.has(sessionId) || !isUuid(sessionId) || this.#heard.size >= HEARD_MAX) return;
    this.#heard.add(sessionId);
    if (!this.#confirming) void this.#confirm();
  }

  async #confirm(): Promise<void> {
    this.#confirming = true;
    while (this.#heard.size > 0) {
      const ids = [...this.#heard];
      this.#heard.clear();
      try {
        const { rows } = await this.#pool.query<{ id: string }>(
          `select id from session where id = any($1::uuid[]) and revoked_at is not null
           union all select id from deleted_session where id = any($1::uuid[])`,
          [ids],
        );
        for (const { id } of rows) this.#revoked.add(id);
      } catch {
        // The next look at the whole list finds them.
      }
      await setTimeout(PAUSE_MS, undefined, { ref: false });
    }
    this.#confirming = false;
  }

  async #load(): Promise<void> {
    const began = performance.now();
    const known = new Set(this.#revoked); // what is added from here on may be missing in the rows
    try {
      const { rows } = await this.#pool.query<{ id: string }>(
        `select id from session where revoked_at > now() - make_interval(secs => $1)
         union all select id from deleted_session where deleted_at > now() - make_interval(secs => $1)`,
        [ACCESS_TOKEN_SECONDS + 60],
      );
      const added = [...this.#revoked].filter((id) => !known.has(id));
      this.#revoked = new Set([...rows.map(({ id }) => id), ...added]);
    } catch {
      // Without the database nothing can be read or issued anyway; the last list stands until it is back.
    } finally {
      this.#loadedAt = began;
      this.#loading = undefined;
    }
  }
}
