import type { Writable } from 'node:stream';
import type { Tally } from '#rehearse/crowd/tally.js';

export interface Screen extends Writable {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

const BAR = 24;

/** The rush as it happens: one line that is drawn anew on a terminal, and a line per second where there is none. */
export class Progress {
  readonly #screen: Screen;
  readonly #passes: number;
  readonly #timer: NodeJS.Timeout;
  #before = { issued: 0, refused: 0, retried: 0, at: performance.now() };
  #rates = '';

  /** `now` gives ms after the opening; before it is negative. */
  constructor(screen: Screen, passes: number, tally: Tally, now: () => number) {
    this.#screen = screen;
    this.#passes = passes;
    const draw = () => this.#draw(tally, now());
    this.#timer = setInterval(draw, screen.isTTY === true ? 100 : 1000);
  }

  /** Leaves the last line standing. */
  close(tally: Tally, nowMs: number): void {
    clearInterval(this.#timer);
    this.#before.at = -Infinity;
    this.#draw(tally, nowMs);
    if (this.#screen.isTTY === true) this.#screen.write('\n');
  }

  #draw(tally: Tally, nowMs: number): void {
    const line = nowMs < 0 ? waiting(tally, nowMs) : this.#running(tally, nowMs);
    if (this.#screen.isTTY !== true) this.#screen.write(`${line}\n`);
    else this.#screen.write(`\r\u001B[2K${line.slice(0, (this.#screen.columns ?? 80) - 1)}`);
  }

  #running(tally: Tally, nowMs: number): string {
    this.#measure(tally);
    const full = Math.min(BAR, Math.round((tally.issued / this.#passes) * BAR));
    const bar = `${'█'.repeat(full)}${'░'.repeat(BAR - full)}`;
    const total = this.#passes.toLocaleString('en');
    return `${seconds(nowMs)}  ${bar} ${tally.issued.toLocaleString('en')} of ${total}  ${this.#rates}`;
  }

  /** Rates of the last half second or so; of a shorter time they would only flicker. */
  #measure({ issued, refused, retried }: Tally): void {
    const at = performance.now();
    const past = (at - this.#before.at) / 1000;
    if (past < 0.5) return;
    const rate = (now: number, before: number) => Math.round((now - before) / past).toLocaleString('en');
    this.#rates = Number.isFinite(past)
      ? `${rate(issued, this.#before.issued)} issued/s · ${rate(refused, this.#before.refused)} refused/s · ${rate(retried, this.#before.retried)} retried/s`
      : `${refused.toLocaleString('en')} refused · ${retried.toLocaleString('en')} retried`;
    this.#before = { issued, refused, retried, at };
  }
}

function waiting({ looks, early }: Tally, nowMs: number): string {
  return `Opens in ${seconds(-nowMs)}  ${looks.toLocaleString('en')} event pages read · ${early.toLocaleString('en')} taps too early`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
