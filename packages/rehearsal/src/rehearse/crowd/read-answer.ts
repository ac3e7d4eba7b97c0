import { DownloadCouponDocument, PagedropError, parseAnswer, type DownloadCouponMutation } from '@pagedrop/sdk';
import type { Result } from '#load/connection.js';

type Told = DownloadCouponMutation['downloadCoupon'];

/** What a reader makes of an answer: something certain, or when to ask again (undefined: as he thinks best). */
export type Outcome =
  | { readonly told: Exclude<Told, { readonly __typename: 'RetryLater' }> }
  | { readonly error: string }
  | { readonly askAgainAfterMs: number | undefined };

/** By the rules of the SDK: what is not certain is asked again, and that is always safe. */
export function readAnswer(result: Result): Outcome {
  if ('unknown' in result) return { askAgainAfterMs: undefined };
  try {
    const { downloadCoupon } = parseAnswer(DownloadCouponDocument, result.status, result.body.toString());
    if (downloadCoupon.__typename === 'RetryLater') return { askAgainAfterMs: downloadCoupon.retryAfterMs };
    return { told: downloadCoupon };
  } catch (error) {
    if (!(error instanceof PagedropError)) throw error;
    if (error.code !== 'NETWORK' && error.code !== 'SERVICE_UNAVAILABLE') return { error: error.code };
    return { askAgainAfterMs: error.retryAfterMs };
  }
}
