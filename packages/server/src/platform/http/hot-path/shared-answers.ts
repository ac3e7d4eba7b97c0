import { gzipSync } from 'node:zlib';
import type { HotOperation } from '#platform/http/hot-path/hot-operations.js';

/** Under this many bytes packing costs more than it saves. */
const PACK_FROM_BYTES = 1024;

/** One answer for everybody, as it goes over the wire. */
export interface SharedAnswer {
  readonly plain: Buffer;
  readonly gzip: Buffer | undefined;
}

interface Entry {
  readonly making: Promise<SharedAnswer>;
  /** On the process's own clock; undefined while the answer is being made. */
  madeAt: number | undefined;
}

/**
 * Answers that are the same for everybody, made once for all who ask within some milliseconds: executed, written and
 * packed once, however many ask.
 */
export class SharedAnswers {
  readonly #entries = new WeakMap<HotOperation, Entry>();

  /** What does not last, such as an error, is for those alone who wait for it now: the next one asks anew. */
  get(operation: HotOperation, make: () => Promise<{ text: string; lasts: boolean }>): Promise<SharedAnswer> {
    const entry = this.#entries.get(operation);
    if (entry && (entry.madeAt === undefined || performance.now() - entry.madeAt < operation.sharedForMs)) {
      return entry.making;
    }
    const begun: Entry = {
      madeAt: undefined,
      making: make().then(
        ({ text, lasts }) => {
          begun.madeAt = lasts ? performance.now() : -Infinity;
          return pack(text);
        },
        (error: unknown) => {
          begun.madeAt = -Infinity;
          throw error;
        },
      ),
    };
    this.#entries.set(operation, begun);
    return begun.making;
  }
}

function pack(text: string): SharedAnswer {
  const plain = Buffer.from(text);
  return { plain, gzip: plain.length < PACK_FROM_BYTES ? undefined : gzipSync(plain, { level: 6 }) };
}
