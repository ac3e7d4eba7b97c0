import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EventLoopLag } from '#platform/event-loop-lag.js';

let lag: EventLoopLag;
beforeEach(() => {
  lag = new EventLoopLag();
});
afterEach(() => lag.stop());

/** Keeps this process as busy as a crowd would. */
async function stall(): Promise<void> {
  const until = performance.now() + 600;
  while (performance.now() < until);
  await setTimeout(1);
}

test('one stall is no overload', async () => {
  await setTimeout(200);
  await stall();
  await setTimeout(60);
  expect(lag.ms).toBeLessThan(400);
});

test('one stall after the other is, until they end', async () => {
  for (let time = 0; time < 10 && lag.ms <= 400; time += 1) await stall();
  expect(lag.ms).toBeGreaterThan(400);
  await expect.poll(() => lag.ms, { timeout: 5000 }).toBeLessThan(400);
});
