import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '#platform/logging.js';

/** Something that has to be done without anybody waiting for it. What is due is read from the database, each time. */
export interface BackgroundJob {
  /** For the log. */
  readonly name: string;
  /**
   * Does one portion in transactions of its own, a fraction of a second long; any number of processes may do so at
   * once, and any may die in it. Answers whether more is due now.
   */
  readonly doPortion: () => Promise<boolean>;
}

export interface BackgroundOptions {
  readonly jobs: readonly BackgroundJob[];
  /** True: readers need the database now, and everything here can wait. */
  readonly isBusy: () => boolean;
  readonly logger: Logger;
  /** How often it looks for what is due when nobody says that something is; milliseconds. */
  readonly lookEveryMs?: number;
}

const LOOK_EVERY_MS = 30_000;
/** The first look, for what an earlier process left undone. Not at once: starting has enough to do. */
const FIRST_LOOK_MS = 2000;
const BUSY_MS = 1000;
/** Between two portions: the disk belongs to readers too. */
const BREATH_MS = 20;

/** One loop per process. It keeps nothing in memory: killed in the middle, another process goes on. */
export class Background {
  readonly #options: BackgroundOptions;
  readonly #stopping = new AbortController();
  readonly #running: Promise<void>;
  #nap = new AbortController();
  #isWoken = false;

  constructor(options: BackgroundOptions) {
    this.#options = options;
    this.#running = this.#run();
  }

  /** There is something to do now. */
  wake(): void {
    this.#isWoken = true;
    this.#nap.abort();
  }

  /** Ends after the portion that is being done. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#nap.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { lookEveryMs = LOOK_EVERY_MS, isBusy } = this.#options;
    await this.#rest(jittered(Math.min(FIRST_LOOK_MS, lookEveryMs)));
    while (!this.#stopping.signal.aborted) {
      if (isBusy()) {
        await sleep(jittered(BUSY_MS), undefined, { ref: false, signal: this.#stopping.signal }).catch(() => undefined);
        continue;
      }
      this.#isWoken = false;
      const isMoreDue = await this.#doPortions();
      await this.#rest(isMoreDue ? BREATH_MS : jittered(lookEveryMs));
    }
  }

  async #doPortions(): Promise<boolean> {
    let isMoreDue = false;
    for (const { name, doPortion } of this.#options.jobs) {
      if (this.#stopping.signal.aborted) return false;
      try {
        isMoreDue = (await doPortion()) || isMoreDue;
      } catch (error) {
        this.#options.logger.error({ err: error, job: name }, 'Work in the background failed; it is tried again');
      }
    }
    return isMoreDue;
  }

  /** Until the time is over, or something is due, or all ends. What was said during the work is not missed. */
  async #rest(ms: number): Promise<void> {
    if (this.#isWoken || this.#stopping.signal.aborted) return;
    this.#nap = new AbortController();
    await sleep(ms, undefined, { ref: false, signal: this.#nap.signal }).catch(() => undefined);
  }
}

/** Processes that started together do not look together. */
function jittered(ms: number): number {
  return ms * (0.75 + Math.random() / 2);
}
