import type { DropState } from '#features/events/drop-state.ts';
import type { Drop } from '#features/events/shelf.ts';
import { useServerSecond } from '#clock/clock-context.ts';
import { useI18n } from '#i18n/i18n-context.ts';

/** The end of the drop's window that matters now, in words. */
export function DropWindow({ drop, state }: { drop: Drop; state: DropState }) {
  const now = useServerSecond();
  const { t, when } = useI18n();
  const { startsAt, endsAt } = drop.coupon;
  if (Date.parse(endsAt) <= now) return <span>{t.window.ended(when(endsAt, now))}</span>;
  if (Date.parse(startsAt) > now) return <time dateTime={startsAt}>{t.window.opens(when(startsAt, now))}</time>;
  if (state.kind === 'ended') return <span>{t.action.ended}</span>;
  return <time dateTime={endsAt}>{t.window.until(when(endsAt, now))}</time>;
}
