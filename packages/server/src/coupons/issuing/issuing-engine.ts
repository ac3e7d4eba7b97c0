import { setTimeout } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import type { BatchAnswer, Claim, ClaimOutcome } from '#coupons/issuing/claim.js';
import { answerWithoutLock, issueBatch } from '#coupons/issuing/issue-batch.js';
import { COUPON_CHANGED } from '#coupons/coupon-changed.js';
import { CouponMemory } from '#coupons/issuing/coupon-memory.js';
import { Crowd } from '#coupons/issuing/crowd.js';
import { Lane } from '#coupons/issuing/lane.js';
import { issueStatements, type IssueStatements } from '#coupons/issuing/statements.js';
import { createPassSecret } from '#coupons/pass-code.js';
import type { Tallies } from '#coupons/tallies/tallies.js';
import type { Announcements } from '#platform/announcements.js';
import { calm } from '#platform/calm.js';
import type { Logger } from '#platform/logging.js';
import { isTransient } from '#platform/transient.js';

/** How long a batch is tried again after transient trouble before its readers are told to come back, in milliseconds. */
const PATIENCE_MS = 6000;
/** Once the first in a queue has waited for so long, nobody joins it any more. */
const QUEUE_AGE_MAX_MS = 5000;
/** Claims of one reader that may wait: enough for any finger, too few to fill the queue with made-up numbers. */
const CLAIMS_PER_USER_MAX = 64;
const IN_DOUBT_MAX = 10_000;
/** How long a refusal is remembered: the others' changes are known within a second. */
const REMEMBER_MS = 1000;

export interface IssuingOptions {
  readonly pool: Pool;
  readonly logger: Logger;
  /** Claims in one transaction at the most; 1 is the row lock per request. */
  readonly batchMax: number;
  /** Claims waiting in this process at the most; past it the answer is `retry-later` at once. */
  readonly queueMax: number;
  /** Counts the answers for whoever watches. */
  readonly tallies?: Pick<Tallies, 'count'>;
  /** Tells the other processes that a coupon has just run out, and this one of what they change. */
  readonly announcements?: Pick<Announcements, 'announce' | 'listen'>;
  /** Whether this process is too far behind to take one more claim. */
  readonly isOverloaded?: () => boolean;
  /** How long a refusal is remembered at the most, in milliseconds. */
  readonly rememberMs?: number;
  /** For race tests alone: the statements with one guard taken out. */
  readonly statements?: IssueStatements;
}

/**
 * The one path by which passes are issued: a queue per coupon, one transaction per batch.
 * Any number of engines in any number of processes may work on one database.
 */
export class IssuingEngine {
  readonly #options: IssuingOptions & Required<Pick<IssuingOptions, 'statements' | 'isOverloaded'>>;
  readonly #memory: CouponMemory;
  readonly #crowd = new Crowd();
  readonly #lanes = new Map<string, Lane>();
  readonly #runs = new Set<Promise<void>>();
  #waiting = 0;
  #announcing: string | undefined;
  /** Claims that wait, by reader. */
  readonly #claimsOf = new Map<string, number>();
  /**
   * Coupons of which a batch has failed: its COMMIT may still be under way, and a look without the lock would not see
   * what it does. Only a transaction that has had the lock since then knows.
   */
  readonly #inDoubt = new LRUCache<string, true>({ max: IN_DOUBT_MAX });

  constructor(options: IssuingOptions) {
    this.#options = { statements: issueStatements, isOverloaded: () => false, ...options };
    this.#memory = new CouponMemory(options.pool, options.rememberMs ?? REMEMBER_MS);
    const forget = calm(
      (number) => this.#memory.forget(number),
      () => this.#memory.forgetAll(),
    );
    options.announcements?.listen(COUPON_CHANGED, (number) => {
      if (number !== this.#announcing) forget(number);
    });
  }

  /** Claims a pass of the coupon for the user. Never rejects: what cannot be known is `retry-later`. */
  async claim(number: string, userId: string): Promise<ClaimOutcome> {
    const closed = this.#inDoubt.has(number) ? undefined : this.#memory.closed(number);
    const refusal = closed && this.#memory.refusal(closed, userId);
    if (refusal) {
      this.#options.tallies?.count(closed.found?.coupon.id, refusal);
      return refusal;
    }
    const claims = this.#claimsOf.get(userId) ?? 0;
    const waitedMs = this.#lanes.get(number)?.waitedMs ?? 0;
    const isFull = this.#waiting >= this.#options.queueMax || claims >= CLAIMS_PER_USER_MAX;
    if (isFull || waitedMs > QUEUE_AGE_MAX_MS || this.#options.isOverloaded()) return this.#sendAway(number);
    this.#waiting += 1;
    this.#claimsOf.set(userId, claims + 1);
    const outcome = await new Promise<ClaimOutcome>((resolve) => {
      const lane = this.#lane(number);
      lane.add({ claim: { userId, secret: createPassSecret() }, resolve, since: performance.now() });
      if (!lane.running) this.#start(number, lane);
    });
    this.#waiting -= 1;
    this.#release(userId);
    return outcome;
  }

  #sendAway(number: string): ClaimOutcome {
    const outcome = this.#crowd.sendAway();
    this.#options.tallies?.count(this.#memory.couponId(number), outcome);
    return outcome;
  }

  #release(userId: string): void {
    const left = (this.#claimsOf.get(userId) ?? 1) - 1;
    if (left > 0) this.#claimsOf.set(userId, left);
    else this.#claimsOf.delete(userId);
  }

  /** Whether a drop is on, so that what can wait should: log-ins, for example. */
  get isRush(): boolean {
    return this.#crowd.isRush;
  }

  /** Resolves when every claim taken so far is answered. */
  async drain(): Promise<void> {
    while (this.#runs.size > 0) await Promise.all(this.#runs);
  }

  #lane(number: string): Lane {
    let lane = this.#lanes.get(number);
    if (!lane) {
      lane = new Lane(
        (claims, expectOpen) => this.#answer(number, claims, expectOpen),
        this.#options.batchMax,
        () => this.#sendAway(number),
      );
      this.#lanes.set(number, lane);
    }
    return lane;
  }

  #start(number: string, lane: Lane): void {
    const run = lane.run();
    this.#runs.add(run);
    void run.finally(() => {
      this.#runs.delete(run);
      // Only open coupons are remembered, so that made-up numbers cannot fill the memory.
      if (!lane.open && !lane.running) this.#lanes.delete(number);
    });
  }

  async #answer(number: string, claims: readonly Claim[], expectOpen: boolean): Promise<BatchAnswer | undefined> {
    return this.#answerUntil(performance.now() + PATIENCE_MS, number, claims, expectOpen);
  }

  async #answerUntil(
    deadline: number,
    number: string,
    claims: readonly Claim[],
    expectOpen: boolean,
  ): Promise<BatchAnswer | undefined> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const answer = await this.#tryOnce(number, claims, expectOpen);
        for (const outcome of answer.outcomes) this.#options.tallies?.count(answer.couponId, outcome);
        return answer;
      } catch (error) {
        this.#options.logger.warn({ err: error, number, claims: claims.length, attempt }, 'a batch of claims failed');
        this.#inDoubt.set(number, true);
        // Not the connection's fault: one of the claims is poisoned, or all are. Each on its own tells which.
        if (!isTransient(error)) return this.#answerApart(deadline, number, claims);
        if (performance.now() > deadline) return undefined;
        // Safe to repeat, also after a COMMIT whose answer was lost: the pass is found by (user, coupon).
        await setTimeout(attempt * 50 * (0.5 + Math.random()));
      }
    }
  }

  async #tryOnce(number: string, claims: readonly Claim[], expectOpen: boolean): Promise<BatchAnswer> {
    const { pool, statements } = this.#options;
    const looks = !expectOpen && !this.#inDoubt.has(number);
    const refused = looks ? await answerWithoutLock(pool, number, claims, this.#memory) : undefined;
    if (refused) return refused;
    const answer = await issueBatch(pool, number, claims, statements);
    this.#inDoubt.delete(number);
    this.#crowd.served(claims.length);
    this.#memory.remember(number, answer.seen);
    if (!answer.open) this.#announceClosed(number);
    return answer;
  }

  /** Tells the others. This process need not look again: its own transaction is the newest that it can know. */
  #announceClosed(number: string): void {
    this.#announcing = number;
    this.#options.announcements?.announce(COUPON_CHANGED, number);
    this.#announcing = undefined;
  }

  /** The poisoned claim fails alone, and those who wait behind it do not notice. */
  async #answerApart(deadline: number, number: string, claims: readonly Claim[]): Promise<BatchAnswer | undefined> {
    if (claims.length === 1) return { outcomes: [this.#sendAway(number)], open: false };
    const outcomes: ClaimOutcome[] = [];
    let open = true;
    for (const claim of claims) {
      if (performance.now() > deadline) break;
      const answer = await this.#answerUntil(deadline, number, [claim], open);
      if (!answer) break; // the database went away meanwhile; whoever has no outcome is told to come back
      outcomes.push(...answer.outcomes);
      open = answer.open;
    }
    return { outcomes, open };
  }
}
