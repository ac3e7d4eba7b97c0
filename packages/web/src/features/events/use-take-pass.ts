import { useApolloClient } from '@apollo/client/react';
import type { UserCoupon } from '@pagedrop/sdk';
import { useNavigate } from 'react-router';
import { toast } from 'sonner';

import { useServerClock } from '#clock/clock-context.ts';
import type { ClaimEnd } from '#features/events/claims.ts';
import { learnOutcome } from '#features/events/learn-outcome.ts';
import { pageClaims } from '#features/events/page-claims.ts';
import type { Drop } from '#features/events/shelf.ts';
import { useI18n } from '#i18n/i18n-context.ts';
import { apiProblem } from '#lib/api-problem.ts';
import { problemWords } from '#lib/problem-words.ts';
import { useSessionServices } from '#session/session-context.ts';

interface TakePassOptions {
  onIssued: (pass: UserCoupon) => void;
  refetch: () => void;
}

/** What a tap on a drop's button does, from asking to log in to telling how it went. */
export function useTakePass({ onIssued, refetch }: TakePassOptions): (drop: Drop) => Promise<void> {
  const client = useApolloClient();
  const clock = useServerClock();
  const navigate = useNavigate();
  const { session, prompt } = useSessionServices();
  const { t } = useI18n();

  async function take(drop: Drop): Promise<void> {
    if (session.state().status === 'anonymous' && !(await prompt.request('login', { quiet: true }))) return;
    toast.dismiss(toastId(drop));
    const end = await pageClaims(client).take(drop.coupon.number);
    if (end) tell(end, drop);
  }

  function tell(end: ClaimEnd, drop: Drop) {
    if (end.kind === 'stillBusy') return void toast(t.outcome.stillBusy);
    if (end.kind === 'failed') return tellFailure(end.error, drop);
    const { result } = end;
    learnOutcome(result, drop.coupon, client.cache, clock);
    switch (result.__typename) {
      case 'UserCoupon':
        return result.alreadyIssued && !end.afterLostAnswer ? tellAlreadyIssued(drop) : onIssued(result);
      case 'CouponSoldOut':
        return void toast(t.outcome.soldOut);
      case 'CouponEnded':
        return void toast(t.outcome.ended);
      case 'CouponPaused':
        return void toast(t.outcome.paused);
      case 'CouponNotStarted':
        return void toast(t.outcome.notStarted);
      case 'CouponNotFound':
        toast(t.outcome.notFound);
        return refetch();
    }
  }

  function tellAlreadyIssued(drop: Drop) {
    const action = { label: t.outcome.seePasses, onClick: () => void navigate('/my-passes') };
    toast(t.outcome.alreadyIssued(drop.book.title), { action });
  }

  function tellFailure(error: unknown, drop: Drop) {
    const problem = apiProblem(error);
    // The session ended while the tap was on its way: log in, and the tap goes through after all.
    if (problem.code === 'UNAUTHENTICATED' && session.state().status === 'anonymous') return void take(drop);
    const action = { label: t.common.retry, onClick: () => void take(drop) };
    // Stays until it is answered: whoever looked away must not believe that the pass was issued.
    toast.error(problemWords(problem, t.errors).message, {
      id: toastId(drop),
      action,
      closeButton: true,
      duration: Infinity,
    });
  }

  return take;
}

/** One failure per drop: the next try takes the place of the last one. */
function toastId({ coupon }: Drop): string {
  return `claim-${coupon.id}`;
}
