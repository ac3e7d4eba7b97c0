import type { ReactNode } from 'react';
import { Layout as RaLayout, usePermissions } from 'react-admin';

import { AppBar } from '#admin/layout/app-bar.tsx';
import { Menu } from '#admin/layout/menu.tsx';
import { PageTitle } from '#admin/layout/page-title.tsx';
import { StaffOnly } from '#admin/layout/staff-only.tsx';

/** App bar, menu, page. A reader who comes here sees none of it, only whom the page is for. */
export function Layout({ children }: { children: ReactNode }) {
  const { permissions } = usePermissions();
  if (permissions === 'READER') return <StaffOnly />;
  return (
    <RaLayout appBar={AppBar} appBarAlwaysOn menu={Menu}>
      <PageTitle />
      {children}
    </RaLayout>
  );
}
