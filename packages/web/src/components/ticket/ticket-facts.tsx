import type { UserCoupon } from '@pagedrop/sdk';

import css from '#components/ticket/ticket.module.css';
import { useI18n } from '#i18n/i18n-context.ts';

/** When the pass was issued, and its two clocks. */
export function TicketFacts({ pass, now }: { pass: UserCoupon; now: number }) {
  const { t, when, date, days } = useI18n();
  const reading =
    pass.readableUntil === null
      ? t.ticket.readingAfterUse(days(pass.coupon.readingDays))
      : t.ticket.readUntil(when(pass.readableUntil, now));
  return (
    <dl className={css['facts']}>
      <dt>{t.ticket.issued}</dt>
      <dd>{date(pass.createdAt)}</dd>
      <dt>{t.ticket.useBy}</dt>
      <dd>{t.ticket.deadline(when(pass.expiresAt, now))}</dd>
      <dt>{t.ticket.reading}</dt>
      <dd>{reading}</dd>
    </dl>
  );
}
