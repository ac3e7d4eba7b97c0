import { LRUCache } from 'lru-cache';
import { coverNameFor, COVERS_PATH } from '#catalog/covers/cover-address.js';
import { PublicError } from '#platform/errors.js';
import type { Logger } from '#platform/logging.js';
import { StorageDown, type FileStore } from '#platform/storage/file-store.js';

/** A hundred and more covers, the size that a re-encoded one has. */
const MEMORY_BYTES = 32 * 1024 * 1024;
/** Names looked for at once. More are asked for by nobody who came for a book. */
const LOOKS_MAX = 50;
/** How long a storage that failed is left alone: readers need not wait for it one after the other. */
const LEFT_ALONE_MS = 1000;

/**
 * The pictures that were uploaded. Those just asked for are kept in memory: when a drop opens, everybody wants the same
 * few, and a name never means another picture.
 */
export class Covers {
  readonly #store: FileStore;
  readonly #logger: Pick<Logger, 'error'>;
  #looks = 0;
  #leftAloneUntil = -Infinity;
  readonly #memory = new LRUCache<string, Buffer>({
    maxSize: MEMORY_BYTES,
    sizeCalculation: (webp) => webp.length || 1,
    fetchMethod: (name) => this.#look(name),
  });

  constructor(store: FileStore, logger: Pick<Logger, 'error'>) {
    this.#store = store;
    this.#logger = logger;
  }

  /** Keeps it; the address to name it by. @throws PublicError SERVICE_UNAVAILABLE, reason STORAGE_DOWN */
  async put(webp: Buffer): Promise<string> {
    const name = coverNameFor(webp);
    try {
      await this.#store.put(name, webp, 'image/webp');
    } catch (error) {
      throw this.#down(error);
    }
    return `${COVERS_PATH}${name}`;
  }

  /**
   * All who ask for the same one at the same time wait for one look.
   * @throws PublicError SERVICE_UNAVAILABLE, also when too many different ones are looked for
   */
  async get(name: string): Promise<Buffer | undefined> {
    return this.#memory.fetch(name);
  }

  /** What is not there is not remembered: it may be uploaded in the next moment, here or at another server. */
  async #look(name: string): Promise<Buffer | undefined> {
    if (this.#looks >= LOOKS_MAX || performance.now() < this.#leftAloneUntil) {
      throw new PublicError('SERVICE_UNAVAILABLE', { message: 'Covers cannot be read right now.' });
    }
    this.#looks += 1;
    try {
      return await this.#store.get(name);
    } catch (error) {
      this.#leftAloneUntil = performance.now() + LEFT_ALONE_MS;
      throw this.#down(error);
    } finally {
      this.#looks -= 1;
    }
  }

  /** The log gets to know where and why, the client what it means to him. */
  #down(error: unknown): unknown {
    if (!(error instanceof StorageDown)) return error;
    this.#logger.error({ err: error }, 'the storage of the covers is down');
    return new PublicError('SERVICE_UNAVAILABLE', {
      reason: 'STORAGE_DOWN',
      message:
        'Pictures can neither be stored nor read right now. Nothing has changed; try again later, or tell who runs the server.',
    });
  }
}
