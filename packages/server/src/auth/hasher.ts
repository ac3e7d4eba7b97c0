import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { z } from 'zod';

/** The file beside this one, as sources or built. */
const PROGRAM = path.join(import.meta.dirname, `hashing-process${path.extname(import.meta.filename)}`);
/** A process that has not answered by then hangs. */
const PATIENCE_MS = 10_000;
/** A process that dies at once is not started again and again. */
const START_AGAIN_MS = 1000;

/** `passwordHash` undefined: hash; null: compare with nobody's, which takes as long and is false. */
export interface HashOrder {
  readonly password: string;
  readonly passwordHash?: string | null;
}

/** There is no process to hash in at this moment; a moment later there may be. */
export class HasherAway extends Error {}

const answer = z.union([
  z.object({ id: z.int(), result: z.union([z.string(), z.boolean()]) }),
  z.object({ id: z.int(), error: z.string() }),
]);

interface Waiting {
  readonly resolve: (result: string | boolean) => void;
  readonly reject: (error: Error) => void;
}

/** Hashes in a process of its own, started when it is needed and again when it has died. */
export class Hasher {
  #process: ChildProcess | undefined;
  #startedAt = -Infinity;
  #closed = false;
  #lastId = 0;
  readonly #waiting = new Map<number, Waiting>();

  /** Of the process that hashes, when there is one. */
  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** @throws HasherAway when the process dies over it, hangs, or cannot be started */
  async run(order: HashOrder): Promise<string | boolean> {
    const child = (this.#process ??= this.#start());
    this.#lastId += 1;
    const id = this.#lastId;
    const { promise, resolve, reject } = Promise.withResolvers<string | boolean>();
    const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    this.#waiting.set(id, { resolve, reject });
    child.channel?.ref(); // a command waits for its answer, and for nothing more
    child.send({ id, ...order }, (error) => {
      if (!error) return;
      child.kill('SIGKILL'); // it hears nothing any more; the next one will
      reject(new HasherAway(error.message));
    });
    try {
      return await promise;
    } finally {
      clearTimeout(patience);
      this.#waiting.delete(id);
      if (this.#waiting.size === 0) child.channel?.unref();
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL'); // it holds nothing that could be lost
    await gone;
  }

  #start(): ChildProcess {
    const now = performance.now();
    if (this.#closed || now - this.#startedAt < START_AGAIN_MS) throw new HasherAway('not started again at once');
    this.#startedAt = now;
    // Without our environment: it has no use for the secrets in it.
    const child = fork(PROGRAM, { execArgv: [], env: {}, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    child.unref();
    child.channel?.unref();
    child.on('message', (message) => this.#settle(message));
    child.on('error', () => child.pid === undefined && this.#died(child)); // one that never was does not exit
    child.on('exit', () => this.#died(child));
    return child;
  }

  #settle(message: unknown): void {
    const { data } = answer.safeParse(message);
    const waiting = data && this.#waiting.get(data.id);
    if (!waiting) return;
    if ('error' in data) waiting.reject(new Error(data.error));
    else waiting.resolve(data.result);
  }

  #died(child: ChildProcess): void {
    if (this.#process === child) this.#process = undefined;
    for (const { reject } of this.#waiting.values()) reject(new HasherAway('the hashing process has died'));
  }
}
