import { Link, NavLink } from 'react-router';

import css from '#app/layout.module.css';
import { AccountMenu } from '#features/auth/account-menu.tsx';
import { useI18n } from '#i18n/i18n-context.ts';

/** Name, the two places to go, and who is here. */
export function Header() {
  const { t } = useI18n();
  return (
    <header className={css['header']}>
      <div className={css['headerInner']}>
        <Link to="/" className={css['brand']} aria-label={t.nav.home}>
          <svg width="22" height="24" viewBox="0 0 22 24" aria-hidden="true">
            <path className={css['brandSheet']} d="M1 0h13l7 7v4.5a2.5 2.5 0 0 0 0 5V24H1v-7.5a2.5 2.5 0 0 0 0-5z" />
            <path className={css['brandFold']} d="M14 0v7h7z" />
            <path className={css['brandCut']} d="M6 14h11" />
          </svg>
          <span>Pagedrop</span>
        </Link>
        <nav aria-label={t.nav.label} className={css['nav']}>
          <NavLink to="/" end className={navClass}>
            {t.nav.events}
          </NavLink>
          <NavLink to="/my-passes" className={navClass}>
            {t.nav.passes}
          </NavLink>
        </nav>
        <AccountMenu />
      </div>
    </header>
  );
}

function navClass() {
  return css['navLink'];
}
