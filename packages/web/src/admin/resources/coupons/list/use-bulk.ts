import {
  CloseCouponDocument,
  PauseCouponDocument,
  ResumeCouponDocument,
  type CloseCouponMutation,
} from '@pagedrop/sdk';
import { useState } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';

import type { StaffCouponRowFragment } from '#admin/generated/operations.ts';
import { useSend } from '#admin/use-send.ts';

export type BulkVerb = 'pause' | 'resume' | 'close';
type Result = CloseCouponMutation['closeCoupon'];

/** What became of one row. */
export interface BulkResult {
  readonly number: string;
  /** A sentence when nothing was done with it; null when it was. */
  readonly problem: string | null;
}

/** Does one thing with several coupons, one after the other, and keeps each one's result. */
export function useBulk(verb: BulkVerb, ids: readonly string[]) {
  const send = useSend();
  const translate = useTranslate();
  const dataProvider = useDataProvider();
  const [results, setResults] = useState<readonly BulkResult[]>([]);
  const [state, setState] = useState<'asking' | 'working' | 'done'>('asking');

  const operations: Record<BulkVerb, (couponNumber: string) => Promise<Result>> = {
    pause: async (couponNumber) => (await send(PauseCouponDocument, { couponNumber })).pauseCoupon,
    resume: async (couponNumber) => (await send(ResumeCouponDocument, { couponNumber })).resumeCoupon,
    close: async (couponNumber) => (await send(CloseCouponDocument, { couponNumber })).closeCoupon,
  };

  /** What is wrong with one row must not keep the others from being done. */
  async function problemOf(number: string): Promise<string | null> {
    try {
      const { __typename: kind } = await operations[verb](number);
      return kind === 'StaffCoupon' ? null : translate(`console.actions.refused.${kind}`);
    } catch (error) {
      return error instanceof Error ? error.message : translate('errors.UNKNOWN');
    }
  }

  async function run() {
    setState('working');
    // Selected on several pages of the list, so that not all of them are loaded here.
    const { data } = await dataProvider.getMany<StaffCouponRowFragment>('coupons', { ids: [...ids] });
    for (const { number } of data) {
      const problem = await problemOf(number);
      setResults((so) => [...so, { number, problem }]);
    }
    setState('done');
  }

  return { results, state, run };
}
