import css from '#components/ticket/ticket.module.css';
import { useCountUp } from '#components/ticket/use-count-up.ts';
import { useI18n } from '#i18n/i18n-context.ts';

interface EditionProps {
  sequence: number;
  total: number;
  countUp: boolean;
}

/** "37 / 1,000": which of the edition this pass is. */
export function Edition({ sequence, total, countUp }: EditionProps) {
  const { t, number } = useI18n();
  const shown = useCountUp(sequence, countUp);
  return (
    <p className={css['edition']}>
      <span className="visually-hidden">{t.ticket.edition(number(sequence), number(total))}</span>
      <span className={css['sequence']} aria-hidden="true">
        {number(shown)}
      </span>
      <span className={css['total']} aria-hidden="true">
        / {number(total)}
      </span>
    </p>
  );
}
