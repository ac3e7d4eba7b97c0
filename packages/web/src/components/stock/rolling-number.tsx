import css from '#components/stock/stock.module.css';
import { useI18n } from '#i18n/i18n-context.ts';

const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** A number whose digits roll to their next value. Assistive technology reads the plain number. */
export function RollingNumber({ value }: { value: number }) {
  const { number } = useI18n();
  const text = number(value);
  return (
    <>
      <span className="visually-hidden">{text}</span>
      <span className={css['rolling']} aria-hidden="true">
        {Array.from(text, (letter, index) => {
          // Counted from the right, so that the units stay the units when a digit falls away.
          const key = text.length - index;
          const digit = DIGITS.indexOf(letter);
          if (digit < 0) return <span key={key}>{letter}</span>;
          return (
            <span key={key} className={css['digit']} style={{ transform: `translateY(${digit * -10}%)` }}>
              {DIGITS.map((each) => (
                <span key={each}>{each}</span>
              ))}
            </span>
          );
        })}
      </span>
    </>
  );
}
