import type { ComponentProps } from 'react';
import { Link } from 'react-router';

import css from '#components/button/button.module.css';
import { classNames } from '#lib/class-names.ts';

/** How loud a button is. `accent` once per card at most; `quiet` says a state and does nothing. */
export type ButtonTone = 'accent' | 'ink' | 'outline' | 'plain' | 'success' | 'quiet';

interface Look {
  tone?: ButtonTone;
  wide?: boolean;
  small?: boolean;
  /** Keeps its height with two lines of words in it. */
  dense?: boolean;
}

interface ButtonProps extends Look, ComponentProps<'button'> {
  /** Work is under way: shows a spinner and ignores presses. */
  busy?: boolean;
  /** Ignores presses but keeps the focus, unlike `disabled`. */
  inactive?: boolean;
}

/** A button that never loses the keyboard's focus to its own state. */
export function Button({ tone, wide, small, dense, busy = false, inactive = false, ...rest }: ButtonProps) {
  const blocked = busy || inactive;
  return (
    <button
      type="button"
      {...rest}
      className={look({ tone, wide, small, dense })}
      aria-busy={busy || undefined}
      aria-disabled={blocked || undefined}
      onClick={(event) => {
        // Also keeps a form from being submitted twice by its own button.
        if (blocked) event.preventDefault();
        else rest.onClick?.(event);
      }}
    >
      {busy && <span className={css['spinner']} aria-hidden="true" />}
      {rest.children}
    </button>
  );
}

/** A link that looks like a button. */
export function ButtonLink({ tone, wide, small, dense, ...rest }: Look & ComponentProps<typeof Link>) {
  return <Link {...rest} className={look({ tone, wide, small, dense })} />;
}

function look({ tone = 'outline', wide, small, dense }: { [K in keyof Look]: Look[K] | undefined }): string {
  return classNames(css['button'], css[tone], wide && css['wide'], small && css['small'], dense && css['dense']);
}
