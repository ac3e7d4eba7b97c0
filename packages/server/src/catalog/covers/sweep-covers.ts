import { COVERS_PATH } from '#catalog/covers/cover-address.js';
import type { Database } from '#platform/database.js';
import type { FileStore } from '#platform/storage/file-store.js';

/** Somebody may have uploaded it for a book that he is still writing. */
const YOUNG_MS = 24 * 3_600_000;

/**
 * Finds, and deletes when told to, what no book has and was written more than a day ago: covers, and parts of writes
 * that were cut off. Books are looked at after the list was read; who gives a book such an old cover again in that
 * moment finds it drawn.
 * @throws StorageDown
 * @returns the names
 */
export async function sweepCovers(
  { pool }: Pick<Database, 'pool'>,
  store: FileStore,
  { remove }: { readonly remove: boolean },
): Promise<string[]> {
  const old = (await store.list()).filter(({ writtenAt }) => Date.now() - Number(writtenAt) > YOUNG_MS);
  const { rows } = await pool.query<{ cover_url: string }>(
    'select cover_url from book where cover_url = any($1::text[])',
    [old.map(({ name }) => `${COVERS_PATH}${name}`)],
  );
  const used = new Set(rows.map((row) => row.cover_url));
  const unused = old.map(({ name }) => name).filter((name) => !used.has(`${COVERS_PATH}${name}`));
  if (remove) for (const name of unused) await store.delete(name);
  return unused;
}
