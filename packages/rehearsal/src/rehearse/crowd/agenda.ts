/**
 * Things to do at a moment, to the millisecond, however many: a list per millisecond, and one timer for all of them
 * instead of one each.
 */
export class Agenda {
  readonly #slots = new Map<number, (() => void)[]>();
  readonly #timer: NodeJS.Timeout;
  #done: number;
  #lateMs = 0;

  /** Moments are on the clock of `performance.now()`. `after` is called when something was done. */
  constructor(after: () => void) {
    this.#done = Math.floor(performance.now());
    this.#timer = setInterval(() => {
      if (this.#doWhatIsDue()) after();
    }, 1);
  }

  at(momentMs: number, what: () => void): void {
    const slot = Math.max(Math.ceil(momentMs), this.#done + 1); // what is past is done next
    const list = this.#slots.get(slot);
    if (list) list.push(what);
    else this.#slots.set(slot, [what]);
  }

  /** By how much something was done too late at the most, in ms: this process was busy, not the server. */
  get lateMs(): number {
    return this.#lateMs;
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #doWhatIsDue(): boolean {
    let any = false;
    for (const now = Math.floor(performance.now()); this.#done < now;) {
      this.#done += 1;
      const list = this.#slots.get(this.#done);
      if (!list) continue;
      this.#slots.delete(this.#done);
      this.#lateMs = Math.max(this.#lateMs, performance.now() - this.#done);
      for (const what of list) what();
      any = true;
    }
    return any;
  }
}
