import { ActiveEventBooksDocument, DownloadCouponDocument } from '@pagedrop/sdk';
import { prepareRequest, type PreparedRequest } from '#drop/graphql-request.js';
import type { Connection } from '#load/connection.js';
import { openConnections, type Connections } from '#load/connections.js';
import { Agenda } from '#rehearse/crowd/agenda.js';
import { readAnswer, type Outcome } from '#rehearse/crowd/read-answer.js';
import type { Reader } from '#rehearse/crowd/reader.js';
import { Tally } from '#rehearse/crowd/tally.js';

/** How long after the opening somebody may still be without an answer before he gives up. */
const PATIENCE_MS = 120_000;
/** How long an answer is waited for; the SDK's own bound. */
const TIMEOUT_MS = 5_000;
/** Who sees the countdown end taps within this: nobody's hand is faster than light, nor slower than this. */
const REACTION_MS = 300;
/** How long before the opening the first ones lose patience. */
const EARLY_MS = 2_000;

export interface CrowdOptions {
  readonly endpoint: URL;
  readonly couponNumber: string;
  readonly connections: number;
  readonly readers: readonly Reader[];
  readonly signal: AbortSignal;
}

/** What the instrument itself took: where it is much, the figures are its own and not the server's. */
export interface ClientLoad {
  /** Of one core. */
  readonly cpuShare: number;
  readonly lateMs: number;
}

/** A request that waits for a connection. */
interface Tap {
  readonly reader: Reader;
  failures: number;
}

/** All the readers before one door: they look at the event page, wait, tap, and ask again until they know. */
export class Crowd {
  readonly tally = new Tally();
  readonly #options: CrowdOptions;
  readonly #claim: PreparedRequest;
  readonly #look: PreparedRequest;
  readonly #connections: Connections;
  readonly #idle: Connection[];
  readonly #agenda = new Agenda(() => this.#pump());
  readonly #over = Promise.withResolvers<void>();
  #taps: Tap[] = [];
  #nextTap = 0;
  #looksDue = 0;
  #openingMs = Infinity;
  #cpuAtOpening = process.cpuUsage();
  #unsettled: number;

  private constructor(options: CrowdOptions, connections: Connections) {
    this.#options = options;
    const { endpoint, couponNumber } = options;
    this.#claim = prepareRequest(endpoint, DownloadCouponDocument, { couponNumber });
    this.#look = prepareRequest(endpoint, ActiveEventBooksDocument, {});
    this.#connections = connections;
    this.#idle = [...connections.all];
    this.#unsettled = options.readers.length;
  }

  /** Connects, long before the opening. @throws the system's error when the server does not let us in */
  static async gather(options: CrowdOptions): Promise<Crowd> {
    return new Crowd(options, await openConnections(options.endpoint, options.connections, TIMEOUT_MS));
  }

  /**
   * Lets them wait and rush. Resolves when everybody knows, or when patience is over; `openingMs` is on the clock of
   * `performance.now()`. Rejects with the signal's reason when it aborts.
   */
  async rush(openingMs: number): Promise<void> {
    this.#openingMs = openingMs;
    const { signal, readers } = this.#options;
    const abort = () => this.#over.reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
    const now = performance.now();
    for (const reader of readers) {
      // Everybody has the page open and reads it once more on the way to the opening.
      this.#agenda.at(now + Math.random() * 0.8 * (openingMs - now), () => (this.#looksDue += 1));
      const early = Math.min(EARLY_MS, 0.5 * (openingMs - now));
      this.#tapAt(reader, reader.early ? -early * Math.random() : reader.tapMs, reader.early ? 1 : undefined);
    }
    this.#agenda.at(openingMs, () => (this.#cpuAtOpening = process.cpuUsage()));
    this.#agenda.at(openingMs + PATIENCE_MS, () => this.#over.resolve());
    try {
      await this.#over.promise;
    } finally {
      this.#agenda.close();
      this.#connections.close();
      signal.removeEventListener('abort', abort);
    }
  }

  /** What the readers' own process took of one core since the opening, and how late it was at the most. */
  client(): ClientLoad {
    const { user, system } = process.cpuUsage(this.#cpuAtOpening);
    return { cpuShare: (user + system) / 1000 / this.now(), lateMs: this.#agenda.lateMs };
  }

  /** ms after the opening. */
  now(): number {
    return performance.now() - this.#openingMs;
  }

  #tapAt(reader: Reader, tapMs: number, times = reader.doubles ? 2 : 1): void {
    reader.tapMs = tapMs;
    reader.open = times;
    this.#agenda.at(this.#openingMs + tapMs, () => {
      for (let time = 0; time < times; time += 1) this.#taps.push({ reader, failures: 0 });
    });
  }

  /** First come, first sent; whoever only looks at the page stands back. */
  #pump(): void {
    for (;;) {
      const tap = this.#taps[this.#nextTap];
      if (!tap && (this.#looksDue === 0 || this.now() > 0)) return;
      const connection = this.#idle.pop();
      if (!connection) return;
      if (tap) {
        this.#nextTap += 1;
        if (this.#nextTap === this.#taps.length) [this.#taps, this.#nextTap] = [[], 0];
        this.#send(connection, tap);
      } else this.#lookAtPage(connection);
    }
  }

  #lookAtPage(connection: Connection): void {
    this.#looksDue -= 1;
    connection.send(this.#look.anonymous, () => {
      this.tally.looks += 1;
      this.#free(connection);
    });
  }

  #send(connection: Connection, tap: Tap): void {
    const { reader } = tap;
    reader.arrivalMs ??= this.now();
    connection.send(this.#claim.withToken(reader.accessToken), (result) => {
      try {
        this.#hear(tap, readAnswer(result));
      } catch (error) {
        this.#over.reject(error);
      }
      this.#free(connection);
    });
  }

  /** Not in this very call: a server that is away fails at once, for ever. */
  #free(connection: Connection): void {
    this.#idle.push(connection);
    setImmediate(() => this.#pump());
  }

  #hear(tap: Tap, outcome: Outcome): void {
    const { reader } = tap;
    if ('askAgainAfterMs' in outcome) {
      this.tally.count('retried', this.now());
      reader.retries += 1;
      tap.failures += 1;
      // As the SDK does: never sooner than the server asked for, and not all at the same moment.
      const waitMs = outcome.askAgainAfterMs ?? Math.min(200 * 2 ** (tap.failures - 1), 2_000);
      this.#agenda.at(performance.now() + waitMs * (1 + Math.random() / 2), () => this.#taps.push(tap));
      return;
    }
    if ('told' in outcome && outcome.told.__typename === 'CouponNotStarted' && this.now() < PATIENCE_MS) {
      const { startsAt, serverTime } = outcome.told;
      this.#waitForOpening(reader, Date.parse(startsAt) - Date.parse(serverTime));
      return;
    }
    this.#settle(reader, outcome);
  }

  /** The countdown goes on, by the server's clock; the tap that was too early counts for nothing. */
  #waitForOpening(reader: Reader, waitMs: number): void {
    this.tally.early += 1;
    reader.open -= 1;
    if (reader.open > 0) return; // the other finger's answer is still to come
    if (reader.answeredMs !== undefined) return this.#finish(); // or it came, and was certain
    reader.arrivalMs = undefined;
    this.#tapAt(reader, Math.max(0, this.now() + waitMs) + Math.random() * REACTION_MS);
  }

  #settle(reader: Reader, outcome: Exclude<Outcome, { readonly askAgainAfterMs: number | undefined }>): void {
    const now = this.now();
    if ('told' in outcome && outcome.told.__typename === 'UserCoupon') {
      if (reader.passes.length === 0) this.tally.count('issued', now);
      reader.passes.push({ sequence: outcome.told.sequence, code: outcome.told.code });
    } else {
      if (reader.refusals.length === 0) this.tally.count('refused', now);
      reader.refusals.push('told' in outcome ? outcome.told.__typename : outcome.error);
    }
    reader.answeredMs ??= now;
    reader.open -= 1;
    if (reader.open === 0) this.#finish();
  }

  #finish(): void {
    this.#unsettled -= 1;
    if (this.#unsettled === 0) this.#over.resolve();
  }
}
