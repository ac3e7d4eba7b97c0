import { PagedropError } from './errors.js';
import type { DownloadCouponResult } from './types.js';

/** Enough for two of the longest waits that a server with a long queue asks for: 10 s each, and our jitter. */
const DEFAULT_MAX_WAIT_MS = 30_000;
const LONGEST_ATTEMPT_MS = 5_000;
const SHORTEST_ATTEMPT_MS = 1_000;

export interface DownloadCouponOptions {
  /** Stops asking. A pass may have been issued nevertheless: `myCoupons` and a later `downloadCoupon` show it. */
  readonly signal?: AbortSignal;
  /** How long to go on asking a busy or unreachable server, in milliseconds; 30,000 by default, 0 asks once. */
  readonly maxWaitMs?: number;
}

/**
 * Asks until the outcome is certain. That is safe for `downloadCoupon`, and only for operations like it: the same reader
 * and coupon always get the same pass, so an answer that was lost on its way is simply asked for again.
 */
export async function askUntilSettled(
  ask: (options: { signal: AbortSignal | undefined; timeoutMs: number }) => Promise<DownloadCouponResult>,
  { signal, maxWaitMs = DEFAULT_MAX_WAIT_MS }: DownloadCouponOptions = {},
): Promise<DownloadCouponResult> {
  const deadline = performance.now() + maxWaitMs;
  for (let failures = 0; ;) {
    signal?.throwIfAborted();
    let giveUp: () => DownloadCouponResult;
    let waitMs: number;
    try {
      const leftMs = deadline - performance.now();
      const timeoutMs = Math.round(Math.min(Math.max(leftMs, SHORTEST_ATTEMPT_MS), LONGEST_ATTEMPT_MS));
      const result = await ask({ signal, timeoutMs });
      if (result.__typename !== 'RetryLater') return result;
      giveUp = () => result;
      waitMs = result.retryAfterMs;
    } catch (error) {
      if (!isPassing(error)) throw error;
      giveUp = () => {
        throw error;
      };
      waitMs = error.retryAfterMs ?? Math.min(200 * 2 ** failures, 2_000);
      failures += 1;
    }
    // Never sooner than the server asked for, and not all at the same moment.
    waitMs *= 1 + Math.random() / 2;
    if (performance.now() + waitMs > deadline) return giveUp();
    await sleep(waitMs, signal);
  }
}

function isPassing(error: unknown): error is PagedropError {
  return error instanceof PagedropError && (error.code === 'NETWORK' || error.code === 'SERVICE_UNAVAILABLE');
}

/** Rejects with the signal's reason when it aborts. */
async function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  await new Promise<void>((resolve) => {
    const wake = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    signal?.addEventListener('abort', wake);
  });
  signal?.throwIfAborted();
}
