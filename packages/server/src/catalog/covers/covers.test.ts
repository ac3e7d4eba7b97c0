import { expect, test } from 'vitest';
import { Covers } from '#catalog/covers/covers.js';
import { createLogger } from '#platform/logging.js';
import { StorageDown, type FileStore } from '#platform/storage/file-store.js';

const silent = createLogger('silent');

/** A storage that answers when it is told to, and counts who asked. */
function slowStore() {
  const answer = Promise.withResolvers<Buffer | undefined>();
  const asked: string[] = [];
  const store: FileStore = {
    put: () => Promise.resolve(),
    get: (name) => {
      asked.push(name);
      return answer.promise;
    },
    list: () => Promise.resolve([]),
    delete: () => Promise.resolve(),
  };
  return { store, asked, answer };
}

test('all who want the same cover at once wait for one look, and the next ones for none', async () => {
  const { store, asked, answer } = slowStore();
  const covers = new Covers(store, silent);
  const readers = Array.from({ length: 100 }, () => covers.get('a.webp'));
  answer.resolve(Buffer.from('picture'));
  for (const seen of await Promise.all(readers)) expect(String(seen)).toBe('picture');
  await covers.get('a.webp');
  expect(asked).toEqual(['a.webp']);
});

test('what is not there is looked for again: somebody may have uploaded it', async () => {
  const { store, asked, answer } = slowStore();
  const covers = new Covers(store, silent);
  answer.resolve(undefined);
  expect(await covers.get('a.webp')).toBeUndefined();
  expect(await covers.get('a.webp')).toBeUndefined();
  expect(asked).toEqual(['a.webp', 'a.webp']);
});

test('made-up names cannot flood the storage', async () => {
  const { store, asked, answer } = slowStore();
  const covers = new Covers(store, silent);
  const looks = Promise.allSettled(Array.from({ length: 60 }, (_, index) => covers.get(`${index}.webp`)));
  answer.resolve(undefined);
  expect((await looks).map(({ status }) => status)).toEqual([
    ...Array.from({ length: 50 }, () => 'fulfilled'),
    ...Array.from({ length: 10 }, () => 'rejected'),
  ]);
  expect(asked).toHaveLength(50);
});

test('a storage that has failed is left alone for a moment', async () => {
  const { store, asked, answer } = slowStore();
  const covers = new Covers(store, silent);
  answer.reject(new StorageDown('away'));
  await expect(covers.get('a.webp')).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  await expect(covers.get('b.webp')).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  expect(asked).toEqual(['a.webp']);
});
