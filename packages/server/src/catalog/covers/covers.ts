import { LRUCache } from 'lru-cache';
import { coverNameFor, COVERS_PATH } from '#catalog/covers/cover-address.js';
import { PublicError } from '#platform/errors.js';
import type { FileStore } from '#platform/storage/file-store.js';

/** A hundred and more covers, the size that a re-encoded one has. */
const MEMORY_BYTES = 32 * 1024 * 1024;
/** Names looked for at once. More are asked for by nobody who came for a book. */
const LOOKS_MAX = 50;

/**
 * The pictures that were uploaded. Those just asked for are kept in memory: when a drop opens, everybody wants the same
 * few, and a name never means another picture.
 */
export class Covers {
  readonly #store: FileStore;
  #looks = 0;
  readonly #memory = new LRUCache<string, Buffer>({
    maxSize: MEMORY_BYTES,
    sizeCalculation: (webp) => webp.length || 1,
    fetchMethod: (name) => this.#look(name),
  });

  constructor(store: FileStore) {
    this.#store = store;
  }

  /** Keeps it; the address to name it by. @throws StorageDown */
  async put(webp: Buffer): Promise<string> {
    const name = coverNameFor(webp);
    await this.#store.put(name, webp, 'image/webp');
    return `${COVERS_PATH}${name}`;
  }

  /**
   * All who ask for the same one at the same time wait for one look.
   * @throws StorageDown, or PublicError SERVICE_UNAVAILABLE when too many different ones are looked for
   */
  async get(name: string): Promise<Buffer | undefined> {
    return this.#memory.fetch(name);
  }

  /** What is not there is not remembered: it may be uploaded in the next moment, here or at another server. */
  async #look(name: string): Promise<Buffer | undefined> {
    if (this.#looks >= LOOKS_MAX) throw new PublicError('SERVICE_UNAVAILABLE');
    this.#looks += 1;
    try {
      return await this.#store.get(name);
    } finally {
      this.#looks -= 1;
    }
  }
}
