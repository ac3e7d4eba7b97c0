import type { ClaimOutcome } from '#coupons/issuing/claim.js';

const WINDOW_MS = 5000;
/** So many answers within a window or two make a rush. */
const RUSH = 500;
const LEAST_MS = 500;
const MOST_MS = 10_000;
/** Below so many answers in a window a crowd counts as if there were as many: one who is sent away is no crowd. */
const SERVED_LEAST = 1000;

/**
 * How many were answered and how many sent away of late: who is sent away is told to come back when those before him
 * can have been served, each at another moment, so that they do not come back together.
 */
export class Crowd {
  #served = { now: 0, before: 0 };
  #away = { now: 0, before: 0 };
  #turnedAt = performance.now();

  served(claims: number): void {
    this.#turn();
    this.#served.now += claims;
  }

  /** Whether many have been answered of late: a drop is on. */
  get isRush(): boolean {
    this.#turn();
    return this.#served.now + this.#served.before >= RUSH;
  }

  /** The answer for one more who is sent away. */
  sendAway(): ClaimOutcome {
    this.#turn();
    this.#away.now += 1;
    const served = Math.max(this.#served.now + this.#served.before, SERVED_LEAST);
    const backlogMs = ((this.#away.now + this.#away.before) / served) * 2 * WINDOW_MS;
    const delayMs = LEAST_MS + Math.random() * (2 * LEAST_MS + 2 * backlogMs);
    return { kind: 'retry-later', retryAfterMs: Math.round(Math.min(delayMs, MOST_MS * (0.5 + Math.random() / 2))) };
  }

  #turn(): void {
    const windows = Math.floor((performance.now() - this.#turnedAt) / WINDOW_MS);
    if (windows === 0) return;
    for (const count of [this.#served, this.#away]) {
      count.before = windows === 1 ? count.now : 0;
      count.now = 0;
    }
    this.#turnedAt += windows * WINDOW_MS;
  }
}
