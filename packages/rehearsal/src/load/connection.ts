import { once } from 'node:events';
import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { ResponseReader, type Answer } from '#load/response-reader.js';

/** Where requests go: `http://…` or `https://…`; its path is the request's affair. */
export type Target = URL;

/** The answer, or in a few words why there is none and nobody knows what the server did. */
export type Result = Answer | { readonly unknown: string };

interface Waiting {
  readonly since: number;
  readonly done: (result: Result) => void;
}

/** One keep-alive connection that carries one request at a time and is made anew when it was lost. */
export class Connection {
  readonly #target: Target;
  #socket: Socket | undefined;
  #waiting: Waiting | undefined;

  constructor(target: Target) {
    this.#target = target;
  }

  /** Connects ahead of the first request. Rejects when nobody listens there, or does not in time. */
  async open(timeoutMs: number): Promise<void> {
    const socket = this.#connect();
    const event = this.#target.protocol === 'https:' ? 'secureConnect' : 'connect';
    await once(socket, event, { signal: AbortSignal.timeout(timeoutMs) });
  }

  /** Sends the whole bytes of a request (as latin1 when it is text). Only when no other one is on its way. */
  send(bytes: Buffer | string, done: (result: Result) => void): void {
    const socket = this.#socket ?? this.#connect();
    this.#waiting = { since: performance.now(), done };
    socket.write(bytes, 'latin1');
  }

  /** Gives up on an answer that has been waited for since before `momentMs` on the clock of `performance.now()`. */
  giveUpIfSince(momentMs: number): void {
    if (this.#waiting && this.#waiting.since < momentMs) this.#drop('no answer in time');
  }

  close(): void {
    this.#drop('closed by us');
  }

  #connect(): Socket {
    const { protocol, hostname, port } = this.#target;
    const host = hostname.replaceAll(/[[\]]/g, '');
    const socket =
      protocol === 'https:'
        ? connectTls({ host, port: Number(port || 443), servername: host })
        : connectTcp({ host, port: Number(port || 80) });
    socket.setNoDelay(true);
    const reader = new ResponseReader();
    socket.on('data', (chunk: Buffer) => {
      if (socket === this.#socket) this.#read(reader, chunk);
    });
    // Of an error "close" is always the end, but only the error knows the reason.
    socket.on('error', (error: NodeJS.ErrnoException) => this.#lost(socket, error.code ?? error.message));
    socket.on('close', () => this.#lost(socket, 'closed before the answer'));
    this.#socket = socket;
    return socket;
  }

  #read(reader: ResponseReader, chunk: Buffer): void {
    try {
      const answer = reader.push(chunk);
      if (!answer) return;
      if (!this.#waiting) throw new Error('an answer to no request');
      if (answer.closes) {
        this.#socket?.destroy();
        this.#socket = undefined;
      }
      this.#settle(answer);
    } catch (error) {
      this.#drop(error instanceof Error ? error.message : String(error));
    }
  }

  #lost(socket: Socket, reason: string): void {
    if (socket === this.#socket) this.#drop(reason);
  }

  #drop(reason: string): void {
    this.#socket?.destroy();
    this.#socket = undefined;
    this.#settle({ unknown: reason });
  }

  #settle(result: Result): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.done(result);
  }
}
