import { useState } from 'react';
import { toast } from 'sonner';

import { Dialog } from '#components/dialog/dialog.tsx';
import css from '#features/auth/auth-dialog.module.css';
import { AuthForm } from '#features/auth/auth-form.tsx';
import { useI18n } from '#i18n/i18n-context.ts';
import { usePromptMode, useSessionServices } from '#session/session-context.ts';
import type { PromptMode } from '#session/login-prompt.ts';

/** The dialogs for logging in and registering, whenever somebody asks for one. */
export function AuthDialog() {
  const mode = usePromptMode();
  return mode && <OpenAuthDialog mode={mode} />;
}

function OpenAuthDialog({ mode }: { mode: PromptMode }) {
  const { t } = useI18n();
  const { session, prompt } = useSessionServices();
  const [username, setUsername] = useState('');
  const registering = mode === 'register';

  function onDone() {
    prompt.settle(true);
    const state = session.state();
    if (state.status !== 'authenticated' || prompt.quiet()) return;
    const { username: name } = state.user;
    toast.success(registering ? t.auth.registered(name) : t.auth.loggedIn(name));
  }

  return (
    <Dialog title={registering ? t.auth.registerTitle : t.auth.logInTitle} onClose={() => prompt.settle(false)}>
      <p className={css['lead']}>{registering ? t.auth.registerLead : t.auth.logInLead}</p>
      <AuthForm key={mode} mode={mode} username={username} onUsername={setUsername} onDone={onDone} />
      <p className={css['switch']}>
        {registering ? t.auth.toLogIn : t.auth.toRegister}
        <button
          type="button"
          className={css['switchButton']}
          onClick={() => prompt.switchTo(registering ? 'login' : 'register')}
        >
          {registering ? t.auth.toLogInAction : t.auth.toRegisterAction}
        </button>
      </p>
    </Dialog>
  );
}
