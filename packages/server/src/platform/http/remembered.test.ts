import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { remembered } from '#platform/http/remembered.js';

test('all who ask at the same moment and soon after share one look, those who ask later another', async () => {
  let looks = 0;
  const ask = remembered(100, async () => {
    looks += 1;
    await setTimeout(10);
    return looks;
  });
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
  expect(await ask()).toBe(1);
  await setTimeout(150);
  expect(await ask()).toBe(2);
});

test('a look that failed is not kept', async () => {
  let looks = 0;
  const ask = remembered(1000, async () => {
    looks += 1;
    if (looks === 1) throw new Error('once');
    return looks;
  });
  await expect(ask()).rejects.toThrow('once');
  expect(await ask()).toBe(2);
});
