import type { UserCoupon } from '@pagedrop/sdk';
import { useState } from 'react';

import { useServerSecond } from '#clock/clock-context.ts';
import { Button } from '#components/button/button.tsx';
import { Ticket } from '#components/ticket/ticket.tsx';
import { ConfirmSpendDialog } from '#features/my-coupons/confirm-spend-dialog.tsx';
import css from '#features/my-coupons/my-passes-page.module.css';
import { useSpendPass } from '#features/my-coupons/use-spend-pass.ts';
import { useI18n } from '#i18n/i18n-context.ts';
import { passState } from '#passes/pass-state.ts';

/** The reader's tickets, newest first. */
export function PassList({ passes, refetch }: { passes: readonly UserCoupon[]; refetch: () => Promise<unknown> }) {
  const { t } = useI18n();
  const now = useServerSecond();
  const { spending, spend } = useSpendPass(refetch);
  const [asked, setAsked] = useState<UserCoupon | null>(null);
  return (
    <>
      <ul className={css['list']}>
        {passes.map((pass) => (
          <li key={pass.id}>
            <Ticket
              pass={pass}
              now={now}
              heading="h2"
              action={
                passState(pass, now) === 'unused' && (
                  <Button tone="ink" wide busy={spending === pass.id} onClick={() => setAsked(pass)}>
                    {spending === pass.id ? t.passes.using : t.passes.use}
                  </Button>
                )
              }
            />
          </li>
        ))}
      </ul>
      {asked && (
        <ConfirmSpendDialog
          pass={asked}
          onClose={() => setAsked(null)}
          onConfirm={() => {
            setAsked(null);
            void spend(asked).then(() => keepFocus(asked));
          }}
        />
      )}
    </>
  );
}

/** The button of a pass goes when the pass is used; whoever was on it goes on from the ticket's heading. */
function keepFocus({ id }: UserCoupon) {
  setTimeout(() => {
    if (document.activeElement === document.body) document.getElementById(`pass-${id}`)?.focus();
  });
}
