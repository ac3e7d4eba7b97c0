import { PagedropError } from './errors.js';
import { eitherOf, type Timeout } from './transport.js';

/**
 * Waits for work that others share, so that it must not be aborted: whoever aborts or runs out of time leaves it, and
 * it goes on. Rejects with the signal's reason, or as `NETWORK`.
 */
export async function leaveEarly<T>(work: Promise<T>, signal: AbortSignal | undefined, timeout: Timeout): Promise<T> {
  const stop = eitherOf(signal, timeout);
  let leave = (): void => undefined;
  const stopped = new Promise<never>((_, reject) => {
    leave = () =>
      reject(signal?.aborted ? signal.reason : new PagedropError('NETWORK', `No answer within ${timeout.ms} ms.`));
  });
  stop.addEventListener('abort', leave, { once: true });
  if (stop.aborted) leave();
  try {
    return await Promise.race([work, stopped]);
  } finally {
    stop.removeEventListener('abort', leave);
  }
}
