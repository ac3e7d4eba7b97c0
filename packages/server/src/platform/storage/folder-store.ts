import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sqlState as errorCode } from '#platform/sql-state.js';
import { StorageDown, type FileStore, type StoredFile } from '#platform/storage/file-store.js';

/** Files in a folder, which is made with the first of them. */
export class FolderStore implements FileStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async put(name: string, bytes: Buffer): Promise<void> {
    await this.#try(async () => {
      await mkdir(this.#folder, { recursive: true });
      // Under a name of its own until it is whole: nobody reads half a file, nor does a crash leave one.
      const part = this.#at(`${name}.${randomBytes(8).toString('hex')}.part`);
      try {
        await writeFile(part, bytes, { flush: true });
        await rename(part, this.#at(name));
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
    });
  }

  async get(name: string): Promise<Buffer | undefined> {
    return this.#try(() => orNone(readFile(this.#at(name))));
  }

  async list(): Promise<StoredFile[]> {
    return this.#try(async () => {
      const names = (await orNone(readdir(this.#folder))) ?? [];
      const files: StoredFile[] = [];
      for (const name of names) {
        const found = await orNone(stat(this.#at(name)));
        if (found?.isFile()) files.push({ name, writtenAt: found.mtime });
      }
      return files;
    });
  }

  async delete(name: string): Promise<void> {
    await this.#try(() => rm(this.#at(name), { force: true }));
  }

  /** @throws Error for a name that leads out of the folder: names are checked before they come here */
  #at(name: string): string {
    if (name !== path.basename(name)) throw new Error(`not the name of a file: ${name}`);
    return path.join(this.#folder, name);
  }

  async #try<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const reason = errorCode(error);
      if (reason === undefined) throw error;
      throw new StorageDown(`the folder ${this.#folder} cannot be used: ${reason}`, { cause: error });
    }
  }
}

async function orNone<T>(looked: Promise<T>): Promise<T | undefined> {
  try {
    return await looked;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
