import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Hasher, HasherAway, type HashOrder } from '#auth/hasher.js';
import { PublicError } from '#platform/errors.js';

const PARALLEL = 2;
const WAITING_MAX = 500;
const WAIT_MAX_MS = 5000;
/** How busy the main thread is when hashing steps back: from 0 to 1. */
const BUSY = 0.5;
/** Too short a look says nothing. */
const LOOK_MS = 50;
const RETRY_LEAST_MS = 1000;
const RETRY_MOST_MS = 60_000;

export interface PasswordsOptions {
  readonly processes?: number;
  readonly isDropping?: () => boolean;
}

interface Job {
  readonly order: HashOrder;
  readonly expiry: NodeJS.Timeout;
  readonly resolve: (result: string | boolean) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Hashes in a process of low priority, a few at a time, and rests in between while this one is busy: who logs
 * in during a drop waits, who wants a pass does not. Why so: docs/decisions/0010.
 * @throws PublicError SERVICE_UNAVAILABLE to who would wait, or has waited, too long
 */
export class Passwords {
  readonly #hasher = new Hasher();
  readonly #restFactor: number;
  readonly #isDropping: () => boolean;
  readonly #waiting = new Set<Job>();
  #running = 0;
  /** How many were sent away and not made up for by work done since, and how long one takes, in milliseconds. */
  #turnedAway = 0;
  #paceMs = 20;
  #look = { at: performance.now(), load: performance.eventLoopUtilization(), busy: false };

  /**
   * `processes`: how many servers share this machine. All together they hash on half a core while they are busy:
   * while `isDropping` says that passes are being issued, or the main thread has more than half to do.
   */
  constructor({ processes = 1, isDropping = () => false }: PasswordsOptions = {}) {
    this.#restFactor = 2 * PARALLEL * processes - 1;
    this.#isDropping = isDropping;
  }

  /** The process that hashes, when there is one. */
  get pid(): number | undefined {
    return this.#hasher.pid;
  }

  async hash(password: string): Promise<string> {
    return String(await this.#wait({ password }));
  }

  /** `passwordHash` undefined or null: takes as long, and is false. */
  async verify(passwordHash: string | null | undefined, password: string): Promise<boolean> {
    return (await this.#wait({ password, passwordHash: passwordHash ?? null })) === true;
  }

  /** Sends away who waits, and ends the process. */
  async close(): Promise<void> {
    for (const job of this.#waiting) this.#sendAway(job);
    await this.#hasher.close();
  }

  /**
   * Sends away at once who would wait too long, before anybody looks for his account.
   * @throws PublicError SERVICE_UNAVAILABLE
   */
  assertRoom(): void {
    if (this.#waiting.size >= WAITING_MAX || this.#waiting.size * this.#paceMs > WAIT_MAX_MS) throw this.#unavailable();
  }

  async #wait(order: HashOrder): Promise<string | boolean> {
    this.assertRoom();
    const { promise, resolve, reject } = Promise.withResolvers<string | boolean>();
    const job: Job = { order, resolve, reject, expiry: setTimeout(() => this.#sendAway(job), WAIT_MAX_MS) };
    this.#waiting.add(job);
    if (this.#running < PARALLEL) void this.#work();
    return promise;
  }

  /** One of `PARALLEL` that take the oldest job until none is left. */
  async #work(): Promise<void> {
    this.#running += 1;
    for (const job of this.#waiting) {
      this.#waiting.delete(job);
      clearTimeout(job.expiry);
      const began = performance.now();
      await this.#do(job);
      const tookMs = performance.now() - began;
      if (this.#isBusy()) await pause(tookMs * this.#restFactor, undefined, { ref: false });
      this.#paceMs += ((performance.now() - began) / PARALLEL - this.#paceMs) / 8;
      this.#turnedAway = Math.max(0, this.#turnedAway - 1);
    }
    this.#running -= 1;
  }

  async #do({ order, resolve, reject }: Job): Promise<void> {
    try {
      resolve(await this.#hasher.run(order));
    } catch (error) {
      reject(error instanceof HasherAway ? this.#unavailable() : error);
    }
  }

  #sendAway(job: Job): void {
    this.#waiting.delete(job);
    clearTimeout(job.expiry);
    job.reject(this.#unavailable());
  }

  /** Says when those before him can have been served, each at another moment, so that they do not come together. */
  #unavailable(): PublicError {
    this.#turnedAway += 1;
    const backlogMs = (this.#waiting.size + this.#turnedAway) * this.#paceMs;
    const retryAfterMs = Math.min(RETRY_LEAST_MS + backlogMs, RETRY_MOST_MS) * (0.75 + Math.random() / 2);
    return new PublicError('SERVICE_UNAVAILABLE', { retryAfterMs: Math.round(retryAfterMs) });
  }

  #isBusy(): boolean {
    if (this.#isDropping()) return true;
    const now = performance.now();
    if (now - this.#look.at >= LOOK_MS) {
      const load = performance.eventLoopUtilization();
      const { utilization } = performance.eventLoopUtilization(load, this.#look.load);
      this.#look = { at: now, load, busy: utilization > BUSY };
    }
    return this.#look.busy;
  }
}
