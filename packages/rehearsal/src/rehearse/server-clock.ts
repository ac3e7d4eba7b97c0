import type { Staff } from '#rehearse/staff.js';

const LOOKS = 7;

/**
 * Where a moment of the server's clock lies on that of `performance.now()`, in ms. Of several looks the one that took
 * the shortest is believed: it can be wrong by half of that at the most.
 */
export async function readServerClock(
  staff: Pick<Staff, 'serverTime'>,
): Promise<{ localMsOf: (moment: Date) => number; uncertainMs: number }> {
  let best = { tookMs: Infinity, offsetMs: 0 };
  for (let look = 0; look < LOOKS; look += 1) {
    const asked = performance.now();
    const serverMs = (await staff.serverTime()).getTime();
    const tookMs = performance.now() - asked;
    if (tookMs < best.tookMs) best = { tookMs, offsetMs: asked + tookMs / 2 - serverMs };
  }
  return { localMsOf: (moment) => moment.getTime() + best.offsetMs, uncertainMs: best.tookMs / 2 };
}
