import type { Pool } from 'pg';
import { PublicError } from '#platform/errors.js';

/** Exports that run at once in one process, at the most. */
const SLOTS = 2;

/** How many exports may run at once: each holds a connection of the pool for minutes, and passes want the rest. */
export class ExportSlots {
  readonly #max: number;
  #taken = 0;

  constructor({ options }: Pick<Pool, 'options'>) {
    this.#max = Math.max(1, Math.min(SLOTS, Math.floor(options.max / 4)));
  }

  /** @throws PublicError SERVICE_UNAVAILABLE when all are taken */
  assertFree(): void {
    if (this.#taken < this.#max) return;
    throw new PublicError('SERVICE_UNAVAILABLE', {
      reason: 'EXPORTS_BUSY',
      message: `This server writes ${this.#max === 1 ? 'another export' : `${this.#max} exports`} right now, and no more at once. Wait until one has ended, and try again.`,
    });
  }

  /** Takes one; what it returns gives it back. @throws PublicError SERVICE_UNAVAILABLE when all are taken */
  take(): () => void {
    this.assertFree();
    this.#taken += 1;
    return () => void (this.#taken -= 1);
  }
}
