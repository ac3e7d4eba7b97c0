import { useState, type ComponentProps } from 'react';

import { Field } from '#components/field/field.tsx';
import css from '#components/field/field.module.css';
import { useI18n } from '#i18n/i18n-context.ts';

/** A password input that can show what was typed. */
export function PasswordField(props: Omit<ComponentProps<typeof Field>, 'type' | 'button'>) {
  const { t } = useI18n();
  const [shown, setShown] = useState(false);
  return (
    <Field
      {...props}
      type={shown ? 'text' : 'password'}
      spellCheck={false}
      autoCapitalize="none"
      button={
        <button
          type="button"
          className={css['reveal']}
          aria-label={t.auth.showPassword}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          <svg
            width="22"
            height="22"
            viewBox="0 0 22 22"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.6"
            aria-hidden="true"
          >
            <path d="M2 11c2.2-4 5.2-6 9-6s6.8 2 9 6c-2.2 4-5.2 6-9 6s-6.8-2-9-6z" />
            <circle cx="11" cy="11" r="2.8" />
            {shown && <path d="M4 18L18 4" strokeLinecap="round" />}
          </svg>
        </button>
      }
    />
  );
}
