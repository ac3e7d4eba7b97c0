import { useEffect, useRef, type FormEvent } from 'react';

import { Button } from '#components/button/button.tsx';
import { Field } from '#components/field/field.tsx';
import { PasswordField } from '#components/field/password-field.tsx';
import css from '#features/auth/auth-dialog.module.css';
import { useAuthenticate } from '#features/auth/use-authenticate.ts';
import { useI18n } from '#i18n/i18n-context.ts';
import type { PromptMode } from '#session/login-prompt.ts';

interface AuthFormProps {
  mode: PromptMode;
  /** Kept by the dialog, so that switching between the two forms loses nothing. */
  username: string;
  onUsername: (username: string) => void;
  onDone: () => void;
}

/** The form of both dialogs. */
export function AuthForm({ mode, username, onUsername, onDone }: AuthFormProps) {
  const { t } = useI18n();
  const form = useRef<HTMLFormElement>(null);
  const { errors, submitting, submit } = useAuthenticate(mode);
  const registering = mode === 'register';

  // Also when the reader switches between the two forms: the button they pressed says something else now.
  useEffect(() => focusInput(form.current, 'username'), []);

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = new FormData(event.currentTarget).get('password');
    const wrong = await submit({ username, password: typeof password === 'string' ? password : '' });
    if (wrong === null) return onDone();
    const first = wrong.username ? 'username' : wrong.password ? 'password' : null;
    if (first) focusInput(form.current, first);
  }

  return (
    <form ref={form} className={css['form']} noValidate onSubmit={(event) => void onSubmit(event)}>
      <Field
        label={t.auth.username}
        hint={registering ? t.auth.usernameHint : undefined}
        error={errors.username}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={username}
        onChange={(event) => onUsername(event.target.value)}
      />
      <PasswordField
        label={t.auth.password}
        hint={registering ? t.auth.passwordHint : undefined}
        error={errors.password}
        name="password"
        autoComplete={registering ? 'new-password' : 'current-password'}
      />
      <p className={css['formError']} role="alert">
        {errors.form}
      </p>
      <Button type="submit" tone="accent" wide busy={submitting}>
        {registering ? t.auth.register : t.auth.logIn}
      </Button>
    </form>
  );
}

function focusInput(form: HTMLFormElement | null, name: 'username' | 'password') {
  form?.querySelector<HTMLInputElement>(`input[name=${name}]`)?.focus();
}
