import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { COVERS_PATH } from '#catalog/covers/cover-address.js';
import { Covers } from '#catalog/covers/covers.js';
import { sweepCovers } from '#catalog/covers/sweep-covers.js';
import { createLogger } from '#platform/logging.js';
import { FolderStore } from '#platform/storage/folder-store.js';
import { buildBook } from '#testing/factories.js';
import { createTestDatabase, type TestDatabase } from '#testing/test-database.js';

const HOUR_S = 3600;

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pagedrop-sweep-'));
  return () => rm(folder, { recursive: true });
});

/** A cover, as old as that; its file's name. */
async function cover(content: string, ageHours: number): Promise<string> {
  const name = (await new Covers(new FolderStore(folder), createLogger('silent')).put(Buffer.from(content))).slice(
    COVERS_PATH.length,
  );
  const at = Date.now() / 1000 - ageHours * HOUR_S;
  await utimes(path.join(folder, name), at, at);
  return name;
}

test('only what no book has and is older than a day goes, and only when it is told to', async () => {
  const used = await cover('used', 1000);
  const young = await cover('young', 23);
  const unused = await cover('unused', 25);
  const book = await buildBook(database);
  await database.pool.query('update book set cover_url = $2 where id = $1', [book, `${COVERS_PATH}${used}`]);
  const store = new FolderStore(folder);

  expect(await sweepCovers(database, store, { remove: false })).toEqual([unused]);
  expect(await readdir(folder)).toHaveLength(3);
  expect(await sweepCovers(database, store, { remove: true })).toEqual([unused]);
  expect((await readdir(folder)).sort()).toEqual([used, young].sort());
});

test('the same picture uploaded again is young again', async () => {
  const name = await cover('again', 25);
  await new Covers(new FolderStore(folder), createLogger('silent')).put(Buffer.from('again'));
  expect(await sweepCovers(database, new FolderStore(folder), { remove: true })).toEqual([]);
  expect(await readdir(folder)).toEqual([name]);
});
