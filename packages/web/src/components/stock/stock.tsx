import { RollingNumber } from '#components/stock/rolling-number.tsx';
import css from '#components/stock/stock.module.css';
import { useI18n } from '#i18n/i18n-context.ts';
import { classNames } from '#lib/class-names.ts';

interface StockProps {
  left: number;
  total: number;
  /** The window has not opened yet: the bar is full and only the total is news. */
  upcoming: boolean;
  /** The window has closed: what is left can't be had any more. */
  over?: boolean;
}

/** Below this share of what there was, the bar and the number take the accent. */
const LOW = 0.1;

/** What is left, as a bar that empties and a number that rolls. */
export function Stock({ left, total, upcoming, over = false }: StockProps) {
  const { t, number } = useI18n();
  const share = total > 0 ? left / total : 0;
  const low = !over && left > 0 && share < LOW;
  return (
    <div className={classNames(css['stock'], low && css['low'], (upcoming || over) && css['dim'])}>
      <p className={css['numbers']}>
        {upcoming && <span className={css['left']}>{t.stock.total(number(total))}</span>}
        {!upcoming && left === 0 && <span>{t.stock.none}</span>}
        {!upcoming && left > 0 && <StockLeft left={left} total={total} />}
      </p>
      <div className={css['track']} aria-hidden="true">
        <div className={css['bar']} style={{ transform: `scaleX(${share})` }} />
      </div>
    </div>
  );
}

function StockLeft({ left, total }: { left: number; total: number }) {
  const { t, number } = useI18n();
  return (
    <>
      <span>{t.stock.label}</span>
      <span className={css['left']}>
        <RollingNumber value={left} />
      </span>
      <span>/ {number(total)}</span>
    </>
  );
}
