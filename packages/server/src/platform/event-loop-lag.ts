const SAMPLE_MS = 50;
/** One stall is no overload: a process that was frozen for a moment has nobody to send away. */
const IN_A_ROW = 3;

/**
 * How far behind this process is: by how many milliseconds a timer has been late, several times in a row. A process
 * that gets more than it can do answers everybody late, unless it sends some away at once.
 */
export class EventLoopLag {
  readonly #timer: NodeJS.Timeout;
  readonly #samples = Array.from({ length: IN_A_ROW }, () => 0);
  #expectedAt = performance.now() + SAMPLE_MS;

  constructor() {
    this.#timer = setInterval(() => this.#sample(), SAMPLE_MS).unref();
  }

  get ms(): number {
    return Math.min(...this.#samples);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #sample(): void {
    const now = performance.now();
    this.#samples.shift();
    this.#samples.push(Math.max(0, now - this.#expectedAt));
    this.#expectedAt = now + SAMPLE_MS;
  }
}
