import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { StorageDown, type FileStore } from '#platform/storage/file-store.js';
import { FolderStore } from '#platform/storage/folder-store.js';
import { S3Store } from '#platform/storage/s3-store.js';
import { startS3Server, type S3Server } from '#testing/s3-server.js';

const WEBP = 'image/webp';
let home: string;
let s3: S3Server;
const stores: { folder?: FileStore; bucket?: FileStore } = {};

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'pagedrop-store-'));
  s3 = await startS3Server();
  stores.folder = new FolderStore(path.join(home, 'files'));
  stores.bucket = new S3Store(s3.settings, 'covers/');
});
afterAll(async () => {
  await s3.close();
  await rm(home, { recursive: true });
});

function storeOf(kind: 'folder' | 'bucket'): FileStore {
  const store = stores[kind];
  if (!store) throw new Error('not there yet');
  return store;
}

describe.each(['folder', 'bucket'] as const)('a %s', (kind) => {
  test('gives back every byte of what was put, and nothing under other names', async () => {
    const store = storeOf(kind);
    const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, index) => index % 256));
    await store.put('whole.webp', bytes, WEBP);
    expect(await store.get('whole.webp')).toEqual(bytes);
    expect(await store.get('other.webp')).toBeUndefined();
  });

  test('takes the same name again, and lists it once', async () => {
    const store = storeOf(kind);
    await store.put('twice.webp', Buffer.from('one'), WEBP);
    await store.put('twice.webp', Buffer.from('one'), WEBP);
    const listed = (await store.list()).filter(({ name }) => name === 'twice.webp');
    expect(listed).toHaveLength(1);
    expect(Math.abs(Date.now() - Number(listed[0]?.writtenAt))).toBeLessThan(60_000);
  });

  test('deletes, and does not mind that there is nothing', async () => {
    const store = storeOf(kind);
    await store.put('gone.webp', Buffer.from('gone'), WEBP);
    await store.delete('gone.webp');
    expect(await store.get('gone.webp')).toBeUndefined();
    await store.delete('gone.webp');
  });
});

test('a bucket lists all pages, and only what is below its prefix', async () => {
  const mine = new S3Store(s3.settings, 'many/');
  await new S3Store(s3.settings, 'many-others/').put('x.webp', Buffer.from('x'), WEBP);
  const names = Array.from({ length: 1005 }, (_, index) => `${String(index).padStart(4, '0')}.webp`);
  for (const name of names) await mine.put(name, Buffer.from(name), WEBP);
  expect((await mine.list()).map(({ name }) => name)).toEqual(names);
});

test('a folder that is not there yet has no files', async () => {
  const store = new FolderStore(path.join(home, 'not', 'yet'));
  expect(await store.get('a.webp')).toBeUndefined();
  expect(await store.list()).toEqual([]);
});

test('a write that fails leaves no part behind', async () => {
  const folder = path.join(home, 'failing');
  await mkdir(path.join(folder, 'taken.webp', 'inside'), { recursive: true }); // nothing can be renamed to this
  await expect(new FolderStore(folder).put('taken.webp', Buffer.from('x'))).rejects.toBeInstanceOf(StorageDown);
  expect(await readdir(folder)).toEqual(['taken.webp']);
});

test('what an earlier write left when its process was killed is listed with its age', async () => {
  const folder = path.join(home, 'killed');
  await mkdir(folder);
  const part = path.join(folder, 'a.webp.0123.part');
  await writeFile(part, 'half');
  await utimes(part, 1_000_000, 1_000_000);
  const store = new FolderStore(folder);
  expect(await store.list()).toEqual([{ name: 'a.webp.0123.part', writtenAt: new Date(1_000_000_000) }]);
});

test('no name leads out of the folder', async () => {
  const store = storeOf('folder');
  await writeFile(path.join(home, 'secret'), 'secret');
  for (const name of ['../secret', 'x/../../secret', path.join(home, 'secret')]) {
    await expect(store.get(name)).rejects.toThrow('not the name of a file');
  }
});

test.each([
  ['a folder that is a file', () => new FolderStore(path.join(home, 'secret'))],
  ['a wrong secret', () => new S3Store({ ...s3.settings, secretAccessKey: 'wrong' }, 'covers/')],
  ['an unknown key', () => new S3Store({ ...s3.settings, accessKeyId: 'wrong' }, 'covers/')],
  ['a bucket that is not there', () => new S3Store({ ...s3.settings, bucket: 'nowhere' }, 'covers/')],
  ['nobody at the address', () => new S3Store({ ...s3.settings, endpoint: 'http://127.0.0.1:9' }, 'covers/')],
])('%s is a storage that is down, not a missing file', async (_what, make) => {
  await writeFile(path.join(home, 'secret'), 'secret');
  const store = make();
  await expect(store.put('a.webp', Buffer.from('a'), WEBP)).rejects.toBeInstanceOf(StorageDown);
  await expect(store.get('a.webp')).rejects.toBeInstanceOf(StorageDown);
  await expect(store.list()).rejects.toBeInstanceOf(StorageDown);
});

test('a bucket that comes back serves again what it had', async () => {
  const store = storeOf('bucket');
  await store.put('kept.webp', Buffer.from('kept'), WEBP);
  await s3.down();
  await expect(store.get('kept.webp')).rejects.toBeInstanceOf(StorageDown);
  await s3.up();
  expect(String(await store.get('kept.webp'))).toBe('kept');
});
