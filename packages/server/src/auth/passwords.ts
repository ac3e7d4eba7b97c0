import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import pLimit from 'p-limit';
import { PublicError } from '#platform/errors.js';

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, 2 passes, 1 lane. 2 is the library's number for argon2id. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** libuv has four threads; two stay free for files and name look-ups. */
const PARALLEL = 2;
const WAITING_MAX = 500;

/**
 * Hashes on libuv's threads, never on the main one, a few at a time.
 * @throws PublicError SERVICE_UNAVAILABLE when too many wait already.
 */
export class Passwords {
  readonly #limit = pLimit(PARALLEL);
  /** Compared with when there is no such user, so that the answer takes the same time. */
  readonly #nobody = hash(randomBytes(16), ARGON2ID);

  hash(password: string): Promise<string> {
    return this.#bounded(() => hash(password, ARGON2ID));
  }

  /** `passwordHash` undefined or null: takes as long, and is false. */
  async verify(passwordHash: string | null | undefined, password: string): Promise<boolean> {
    const matches = await this.#bounded(async () => verify(passwordHash ?? (await this.#nobody), password));
    return matches && typeof passwordHash === 'string';
  }

  #bounded<T>(work: () => Promise<T>): Promise<T> {
    if (this.#limit.pendingCount >= WAITING_MAX) throw new PublicError('SERVICE_UNAVAILABLE', { retryAfterMs: 5000 });
    return this.#limit(work);
  }
}
