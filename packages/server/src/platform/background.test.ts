import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { Background, type BackgroundOptions } from '#platform/background.js';
import { createLogger } from '#platform/logging.js';

const NEVER_MS = 3_600_000;
let background: Background | undefined;
afterEach(() => background?.stop());

const run = (options: Pick<BackgroundOptions, 'jobs'> & Partial<BackgroundOptions>) =>
  (background = new Background({ isBusy: () => false, logger: createLogger('silent'), ...options }));

test('does portion after portion until nothing is due, and then looks again by itself', async () => {
  let due = 3;
  const doPortion = vi.fn<() => Promise<boolean>>(() => Promise.resolve((due -= 1) > 0));
  run({ jobs: [{ name: 'test', doPortion }], lookEveryMs: 1 });
  await vi.waitFor(() => expect(doPortion.mock.calls.length).toBeGreaterThan(4));
});

test('is woken at once, also by what is said while it works', async () => {
  const doPortion = vi.fn<() => Promise<boolean>>(async () => {
    await sleep(20);
    return false;
  });
  const loop = run({ jobs: [{ name: 'test', doPortion }], lookEveryMs: NEVER_MS });
  loop.wake();
  await vi.waitFor(() => expect(doPortion).toHaveBeenCalledTimes(1));
  loop.wake(); // the first portion is under way
  await vi.waitFor(() => expect(doPortion).toHaveBeenCalledTimes(2));
});

test('waits while readers need the database', async () => {
  let isBusy = true;
  const doPortion = vi.fn<() => Promise<boolean>>(() => Promise.resolve(false));
  const looked = vi.fn<() => boolean>(() => isBusy);
  run({ jobs: [{ name: 'test', doPortion }], isBusy: looked, lookEveryMs: 1 }).wake();
  await vi.waitFor(() => expect(looked).toHaveBeenCalled());
  expect(doPortion).not.toHaveBeenCalled();
  isBusy = false;
  await vi.waitFor(() => expect(doPortion).toHaveBeenCalled(), { timeout: 5000 });
});

test('one that fails holds up no other, and is tried again', async () => {
  const failing = vi.fn<() => Promise<boolean>>(() => Promise.reject(new Error('on purpose')));
  const working = vi.fn<() => Promise<boolean>>(() => Promise.resolve(false));
  run({
    jobs: [
      { name: 'failing', doPortion: failing },
      { name: 'working', doPortion: working },
    ],
    lookEveryMs: 1,
  });
  await vi.waitFor(() => expect(failing.mock.calls.length).toBeGreaterThan(1));
  expect(working).toHaveBeenCalled();
});

test('stops after the portion that is being done', async () => {
  let isDone = false;
  const doPortion = vi.fn<() => Promise<boolean>>(async () => {
    await sleep(30);
    isDone = true;
    return true;
  });
  const loop = run({ jobs: [{ name: 'test', doPortion }] });
  loop.wake();
  await vi.waitFor(() => expect(doPortion).toHaveBeenCalled());
  await loop.stop();
  expect([isDone, doPortion.mock.calls.length]).toEqual([true, 1]);
});
