import { Button } from '#components/button/button.tsx';
import { Skeleton } from '#components/skeleton.tsx';
import css from '#features/auth/account-menu.module.css';
import { useLogOut } from '#features/auth/use-log-out.ts';
import { useI18n } from '#i18n/i18n-context.ts';
import { focusSoon } from '#lib/focus-soon.ts';
import type { PromptMode } from '#session/login-prompt.ts';
import { useSessionServices, useSessionState } from '#session/session-context.ts';

const MENU = 'account';

/** Who is logged in and how to leave, or how to come in. */
export function AccountMenu() {
  const { t } = useI18n();
  const state = useSessionState();
  const { prompt } = useSessionServices();
  const { logOut, leaving } = useLogOut();

  // The button that opened the dialog is gone once somebody is here; the focus goes to who it is, when the
  // dialog has closed and given it back.
  async function ask(mode: PromptMode) {
    if (await prompt.request(mode)) focusSoon(MENU);
  }

  if (state.status === 'restoring') return <Skeleton width="76px" height="36px" />;
  if (state.status === 'authenticated') {
    return (
      <div id={MENU} tabIndex={-1} role="group" aria-label={t.nav.account(state.user.username)} className={css['menu']}>
        <span className={css['name']}>{t.nav.account(state.user.username)}</span>
        <Button tone="plain" small busy={leaving} onClick={logOut}>
          {t.nav.logOut}
        </Button>
      </div>
    );
  }
  return (
    <div className={css['menu']}>
      <span className={css['extra']}>
        <Button tone="plain" small onClick={() => void ask('register')}>
          {t.nav.register}
        </Button>
      </span>
      <Button tone="outline" small onClick={() => void ask('login')}>
        {t.nav.logIn}
      </Button>
    </div>
  );
}
