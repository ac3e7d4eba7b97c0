import {
  CloseCouponDocument,
  LowerCouponDocument,
  PauseCouponDocument,
  ResumeCouponDocument,
  TopUpCouponDocument,
  type TopUpCouponMutation,
  type LowerCouponMutation,
} from '@pagedrop/sdk';
import { HttpError, useNotify } from 'react-admin';

import { mayBeDone } from '#admin/console/may-be-done.ts';
import { isUnanswered } from '#admin/console/unanswered.ts';
import { useConsoleWords, type ConsoleWords } from '#admin/console/use-console-words.ts';
import { useSend } from '#admin/use-send.ts';

type Result = TopUpCouponMutation['topUpCoupon'] | LowerCouponMutation['lowerCoupon'];

/** The coupon as an operation left it. */
type Changed = Extract<Result, { __typename: 'StaffCoupon' }>;

/** Not over the buttons, which are at the bottom of a phone. */
const ABOVE = { vertical: 'top', horizontal: 'center' } as const;

export interface Operations {
  readonly pause: () => Promise<void>;
  readonly resume: () => Promise<void>;
  readonly close: () => Promise<void>;
  /** Safe to repeat with the same id. */
  readonly topUp: (by: number, operationId: string) => Promise<void>;
  readonly lower: (totalQuantity: number) => Promise<void>;
}

/**
 * What can be done with a running drop. Each says in words what it has done, and rejects with a sentence when nothing
 * was done or nobody knows.
 */
export function useOperations(couponNumber: string, refresh: () => void): Operations {
  const send = useSend();
  const notify = useNotify();
  const words = useConsoleWords();

  async function doing(action: keyof Operations, ask: () => Promise<Result>): Promise<void> {
    try {
      const coupon = changedBy(await ask(), words);
      const options = { left: words.passes(coupon.quantity), total: words.passes(coupon.totalQuantity) };
      notify(words.t(`actions.${action}.done`, options), { type: 'success', anchorOrigin: ABOVE });
    } catch (error) {
      // As before, but with the sentence that fits: it is safe to repeat what was sent.
      if (action === 'topUp' && mayBeDone(error)) throw new HttpError(words.t('actions.topUp.again'), 503);
      if (!isUnanswered(error)) throw error;
      throw new HttpError(words.t('actions.unknown'), 503, error.body);
    } finally {
      refresh(); // also when nobody knows: the numbers say what became of it
    }
  }

  return {
    pause: () => doing('pause', async () => (await send(PauseCouponDocument, { couponNumber })).pauseCoupon),
    resume: () => doing('resume', async () => (await send(ResumeCouponDocument, { couponNumber })).resumeCoupon),
    close: () => doing('close', async () => (await send(CloseCouponDocument, { couponNumber })).closeCoupon),
    topUp: (by, operationId) =>
      doing('topUp', async () => {
        return (await send(TopUpCouponDocument, { couponNumber, by, operationId })).topUpCoupon;
      }),
    lower: (totalQuantity) =>
      doing('lower', async () => (await send(LowerCouponDocument, { couponNumber, totalQuantity })).lowerCoupon),
  };
}

/** @throws HttpError with the reason in words, when nothing was changed */
function changedBy(result: Result, { t, passes }: ConsoleWords): Changed {
  if (result.__typename === 'StaffCoupon') return result;
  const issued = 'issuedQuantity' in result ? passes(result.issuedQuantity) : '';
  throw new HttpError(t(`actions.refused.${result.__typename}`, { issued }), 409);
}
