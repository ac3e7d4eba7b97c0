import type { BatchAnswer, Claim, ClaimOutcome } from '#coupons/issuing/claim.js';

/** A claim in the queue, and whom to tell. */
export interface WaitingClaim {
  readonly claim: Claim;
  readonly resolve: (outcome: ClaimOutcome) => void;
  /** When it came, in milliseconds of this process's clock. */
  readonly since: number;
}

/** Answers claims; never throws. `expectOpen`: the answer before said that passes are left. Undefined: it had to give up. */
export type AnswerBatch = (claims: readonly Claim[], expectOpen: boolean) => Promise<BatchAnswer | undefined>;
/** What a claim gets that nobody could decide. */
export type SendAway = () => ClaimOutcome;

/**
 * The queue of one coupon. While a batch is being answered, arrivals gather; when it is done, the next takes
 * what has gathered. There is no timer: an idle coupon answers at once, a busy one in large batches.
 */
export class Lane {
  readonly #answer: AnswerBatch;
  readonly #batchMax: number;
  readonly #sendAway: SendAway;
  #waiting: WaitingClaim[] = [];
  #running = false;
  #open = false;

  constructor(answer: AnswerBatch, batchMax: number, sendAway: SendAway) {
    this.#answer = answer;
    this.#batchMax = batchMax;
    this.#sendAway = sendAway;
  }

  get running(): boolean {
    return this.#running;
  }

  /** Whether the coupon was open when it last answered. */
  get open(): boolean {
    return this.#open;
  }

  /** How long the first in the queue has waited, in milliseconds. */
  get waitedMs(): number {
    const [first] = this.#waiting;
    return first ? performance.now() - first.since : 0;
  }

  add(waiting: WaitingClaim): void {
    this.#waiting.push(waiting);
  }

  /** Answers batch after batch until nobody waits. */
  async run(): Promise<void> {
    this.#running = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, this.#batchMax);
      const answer = await this.#answer(
        batch.map(({ claim }) => claim),
        this.#open,
      );
      this.#open = answer?.open ?? false;
      // Who waits behind a batch that had to give up would only wait for the same trouble.
      const answered = answer ? batch : [...batch, ...this.#waiting.splice(0)];
      for (const [index, { resolve }] of answered.entries()) resolve(answer?.outcomes[index] ?? this.#sendAway());
    }
    this.#running = false;
  }
}
