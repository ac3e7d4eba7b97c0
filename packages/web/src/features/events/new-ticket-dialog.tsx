import type { UserCoupon } from '@pagedrop/sdk';

import { useServerSecond } from '#clock/clock-context.ts';
import { Button, ButtonLink } from '#components/button/button.tsx';
import { Dialog } from '#components/dialog/dialog.tsx';
import { Ticket } from '#components/ticket/ticket.tsx';
import css from '#features/events/new-ticket-dialog.module.css';
import { useI18n } from '#i18n/i18n-context.ts';

/** The moment the page is for: the new pass drops in. */
export function NewTicketDialog({ pass, onClose }: { pass: UserCoupon; onClose: () => void }) {
  const { t } = useI18n();
  const now = useServerSecond();
  return (
    <Dialog title={t.ticket.arrived} onClose={onClose} bare>
      <p className={css['hint']}>{t.ticket.arrivedHint}</p>
      <div className={css['drop']}>
        <Ticket pass={pass} now={now} heading="h3" arriving />
      </div>
      <div className={css['actions']}>
        {/* In place of the dialog's own entry in the history: Back leads to the events. */}
        <ButtonLink to="/my-passes" tone="accent" replace>
          {t.outcome.seePasses}
        </ButtonLink>
        <Button tone="plain" onClick={onClose}>
          {t.common.close}
        </Button>
      </div>
    </Dialog>
  );
}
