import { Fragment } from 'react';

import { countdownParts, twoDigits } from '#clock/countdown-parts.ts';
import css from '#features/events/countdown.module.css';
import { useI18n } from '#i18n/i18n-context.ts';

/** The large clock that runs down to an opening. */
export function Countdown({ ms }: { ms: number }) {
  const { t } = useI18n();
  const { days, hours, minutes, seconds } = countdownParts(ms);
  const cells: [string, string][] = [
    [twoDigits(hours), t.events.hours],
    [twoDigits(minutes), t.events.minutes],
    [twoDigits(seconds), t.events.seconds],
  ];
  if (days > 0) cells.unshift([String(days), t.events.days]);
  return (
    // A timer, not a live region: nobody wants to hear every second.
    <div className={css['countdown']} role="timer" aria-label={t.events.countdown}>
      {cells.map(([digits, unit], index) => (
        <Fragment key={unit}>
          {index > 0 && (
            <span className={css['colon']} aria-hidden="true">
              :
            </span>
          )}
          <span className={css['cell']}>
            <span className={css['digits']}>{digits}</span>
            <span className={css['unit']}>{unit}</span>
          </span>
        </Fragment>
      ))}
    </div>
  );
}

/** Words in the place of the clock, as tall as it was. */
export function CountdownOver({ words }: { words: string }) {
  return (
    <p className={css['countdown']}>
      <span className={css['cell']}>
        <span className={css['digits']}>{words}</span>
        <span className={css['unit']}>{'\u00a0'}</span>
      </span>
    </p>
  );
}
