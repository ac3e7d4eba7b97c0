import { Outlet, ScrollRestoration } from 'react-router';

import { Footer } from '#app/footer.tsx';
import { Header } from '#app/header.tsx';
import css from '#app/layout.module.css';
import { OfflineNotice } from '#app/offline-notice.tsx';
import { SessionNews } from '#app/session-news.tsx';
import { Toasts } from '#app/toasts.tsx';
import { AuthDialog } from '#features/auth/auth-dialog.tsx';
import { useI18n } from '#i18n/i18n-context.ts';

/** What every page has round its content. */
export function Layout() {
  const { t } = useI18n();
  return (
    <div className={css['page']}>
      <a className={css['skip']} href="#content">
        {t.nav.skip}
      </a>
      <Header />
      <OfflineNotice />
      <main id="content" tabIndex={-1} className={css['content']}>
        <Outlet />
      </main>
      <Footer />
      <AuthDialog />
      <SessionNews />
      <Toasts />
      <ScrollRestoration />
    </div>
  );
}
