/** Small files by name, in a folder or in S3-compatible storage: written whole, read whole, never changed. */
export interface FileStore {
  /**
   * Writes it whole or not at all; the same name again makes it young again.
   * @throws StorageDown
   */
  put(name: string, bytes: Buffer, contentType: string): Promise<void>;
  /** Undefined: there is none of this name. @throws StorageDown */
  get(name: string): Promise<Buffer | undefined>;
  /** All there are, left-overs of writes that were cut off included. @throws StorageDown */
  list(): Promise<StoredFile[]>;
  /** That there is none is fine. @throws StorageDown */
  delete(name: string): Promise<void>;
}

export interface StoredFile {
  readonly name: string;
  readonly writtenAt: Date;
}

/** The storage cannot be read or written now. The message is for the log, not for clients: it says where and why. */
export class StorageDown extends Error {}
