import { execFile, type ChildProcess, type ExecFileException } from 'node:child_process';
import path from 'node:path';
import { pictureRefused, refusal } from '#admin/covers/picture-refused.js';
import { PublicError } from '#platform/errors.js';

/** The file beside this one, as sources or built. */
const PROGRAM = path.join(import.meta.dirname, `picture-process${path.extname(import.meta.filename)}`);
/** It works at a low priority, and waits while a drop needs the machine. */
const PATIENCE_MS = 20_000;
const WEBP_BYTES_MAX = 20 * 1024 * 1024;
/** Uploads in this process, from their first byte to their last: each holds its picture in memory. */
const PLACES = 8;
const RETRY_MS = 5000;
/** What picture-process.ts exits with. */
const REFUSED = 77;

/** Makes covers of pictures, one at a time, each in a process of its own. Why so: docs/decisions/0011. */
export class Pictures {
  #taken = 0;
  #last: Promise<unknown> = Promise.resolve();
  #process: ChildProcess | undefined;

  /** For one upload; to be taken before its body takes memory. @throws PublicError SERVICE_UNAVAILABLE when all are taken */
  takePlace(): Disposable {
    if (this.#taken >= PLACES) throw busy();
    this.#taken += 1;
    return { [Symbol.dispose]: () => (this.#taken -= 1) };
  }

  /**
   * Upright, at the most 800 × 1200 pixels, as WebP, without what the file told beside the picture.
   * @throws PublicError BAD_USER_INPUT saying what is wrong with the picture, SERVICE_UNAVAILABLE when it took too long
   */
  async encode(picture: Buffer): Promise<Buffer> {
    const turn = this.#last.then(() => this.#run(picture));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Ends the process, if one is at work. */
  close(): void {
    this.#process?.kill('SIGKILL'); // it holds nothing that could be lost
  }

  async #run(picture: Buffer): Promise<Buffer> {
    const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
    // Without our environment: it has no use for the secrets in it.
    const options = { encoding: 'buffer', env: {}, maxBuffer: WEBP_BYTES_MAX, timeout: PATIENCE_MS } as const;
    const child = execFile(
      process.execPath,
      [PROGRAM],
      { ...options, killSignal: 'SIGKILL' },
      (error, output, complaint) => (error ? reject(failure(error, output, complaint)) : resolve(output)),
    );
    this.#process = child;
    child.stdin?.on('error', () => undefined); // it ended before it had read all, and says why
    child.stdin?.end(picture);
    try {
      return await promise;
    } finally {
      this.#process = undefined;
    }
  }
}

function failure(error: ExecFileException, output: Buffer, complaint: Buffer): Error {
  if (error.code === REFUSED) return pictureRefused(refusal.parse(JSON.parse(output.toString())));
  if (error.killed) return busy();
  // A decoder that crashed has met something that no camera makes.
  if (error.signal && error.signal !== 'SIGKILL') return pictureRefused({ reason: 'DAMAGED' });
  return new Error(`making a cover failed: ${complaint.toString().slice(0, 2000)}`, { cause: error });
}

function busy(): PublicError {
  return new PublicError('SERVICE_UNAVAILABLE', {
    message: 'Too many pictures are being worked on right now. Try again in a few seconds.',
    reason: 'BUSY',
    retryAfterMs: RETRY_MS,
  });
}
