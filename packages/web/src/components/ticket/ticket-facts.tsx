import type { UserCoupon } from '@pagedrop/sdk';

import css from '#components/ticket/ticket.module.css';
import { useI18n } from '#i18n/i18n-context.ts';

/** When the pass was issued, and its two clocks. */
export function TicketFacts({ pass, now }: { pass: UserCoupon; now: number }) {
  const { t, keptDate, days } = useI18n();
  const reading =
    pass.readableUntil === null
      ? t.ticket.readingAfterUse(days(pass.coupon.readingDays))
      : t.ticket.readUntil(keptDate(pass.readableUntil, now));
  return (
    <dl className={css['facts']}>
      <dt>{t.ticket.issued}</dt>
      <dd>{keptDate(pass.createdAt, now)}</dd>
      {/* A used pass has no deadline any more. */}
      <dt>{pass.usedAt === null ? t.ticket.useBy : t.ticket.usedOn}</dt>
      <dd>{pass.usedAt === null ? t.ticket.deadline(keptDate(pass.expiresAt, now)) : keptDate(pass.usedAt, now)}</dd>
      <dt>{t.ticket.reading}</dt>
      <dd>{reading}</dd>
    </dl>
  );
}
