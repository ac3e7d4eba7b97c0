import type { Pool } from 'pg';
import { ACCESS_TOKEN_SECONDS } from '#auth/access-token.js';

const MAX_AGE_MS = 1000;

/**
 * The sessions whose access tokens could still be valid but must not be: at once in this process,
 * within a second in the others. A look-up costs no query; all requests of a second share one.
 */
export class RevokedSessions {
  readonly #pool: Pool;
  #revoked = new Set<string>();
  #loadedAt = -Infinity;
  #loading: Promise<void> | undefined;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Makes a revocation count in this process without waiting for the next look at the database. */
  add(sessionId: string): void {
    this.#revoked.add(sessionId);
  }

  async has(sessionId: string): Promise<boolean> {
    if (performance.now() - this.#loadedAt > MAX_AGE_MS) await (this.#loading ??= this.#load());
    return this.#revoked.has(sessionId);
  }

  async #load(): Promise<void> {
    const known = new Set(this.#revoked); // what is added from here on may be missing in the rows
    try {
      const { rows } = await this.#pool.query<{ id: string }>(
        `select id from session where revoked_at > now() - make_interval(secs => $1)`,
        [ACCESS_TOKEN_SECONDS + 60],
      );
      const added = [...this.#revoked].filter((id) => !known.has(id));
      this.#revoked = new Set([...rows.map(({ id }) => id), ...added]);
    } catch {
      // Without the database nothing can be read or issued anyway; the last list stands until it is back.
    } finally {
      this.#loadedAt = performance.now();
      this.#loading = undefined;
    }
  }
}
