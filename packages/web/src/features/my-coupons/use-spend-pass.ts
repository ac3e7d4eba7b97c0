import { useApolloClient } from '@apollo/client/react';
import { UseCouponDocument, type UseCouponResult, type UserCoupon } from '@pagedrop/sdk';
import { useRef, useState } from 'react';
import { toast } from 'sonner';

import { useI18n } from '#i18n/i18n-context.ts';
import { apiProblem } from '#lib/api-problem.ts';
import { problemWords } from '#lib/problem-words.ts';

/** Spends passes, one at a time. */
export interface SpendPass {
  /** The id of the pass that is being spent. */
  spending: string | null;
  spend: (pass: UserCoupon) => Promise<void>;
}

export function useSpendPass(refetch: () => Promise<unknown>): SpendPass {
  const client = useApolloClient();
  const { t } = useI18n();
  const [spending, setSpending] = useState<string | null>(null);
  const underWay = useRef(false);

  function tell(result: UseCouponResult, pass: UserCoupon) {
    switch (result.__typename) {
      case 'UserCoupon':
        return void toast.success(t.passes.used(pass.coupon.book.title));
      case 'UserCouponExpired':
        return void toast(t.passes.expired);
      case 'UserCouponRevoked':
        return void toast(t.passes.revoked);
      case 'UserCouponNotFound':
        return void toast(t.passes.notFound);
    }
  }

  async function spend(pass: UserCoupon): Promise<void> {
    if (underWay.current) return;
    underWay.current = true;
    setSpending(pass.id);
    try {
      const { data } = await client.mutate({ mutation: UseCouponDocument, variables: { id: pass.id } });
      if (!data) return;
      tell(data.useCoupon, pass);
      // A refusal means that the page knows less than the server.
      if (data.useCoupon.__typename !== 'UserCoupon') refetch().catch(() => undefined);
    } catch (error) {
      toast.error(problemWords(apiProblem(error), t.errors).message);
    } finally {
      underWay.current = false;
      setSpending(null);
    }
  }

  return { spending, spend };
}
