import path from 'node:path';
import type { FileStore } from '#platform/storage/file-store.js';
import { FolderStore } from '#platform/storage/folder-store.js';
import type { S3Settings } from '#platform/storage/s3-store.js';

export interface CoverStoreSettings {
  readonly dataDir: string;
  /** Undefined: in the data folder. */
  readonly coversS3: S3Settings | undefined;
}

/** Where covers are kept: the bucket, or a folder of the data folder. */
export async function openCoverStore({ dataDir, coversS3 }: CoverStoreSettings): Promise<FileStore> {
  if (!coversS3) return new FolderStore(path.join(dataDir, 'covers'));
  // Loaded here: who has no S3 need not keep its client in memory.
  const { S3Store } = await import('#platform/storage/s3-store.js');
  return new S3Store(coversS3, 'covers/');
}
