import { AdminContext, AdminUI, CustomRoutes, Resource } from 'react-admin';
import { Route } from 'react-router';

import { ClientContext } from '#admin/client-context.ts';
import { ConsolePage } from '#admin/console/console-page.tsx';
import { PageWords } from '#admin/i18n/page-words.tsx';
import { imports } from '#admin/imports/index.ts';
import { Layout } from '#admin/layout/layout.tsx';
import { LoginPage } from '#admin/layout/login-page.tsx';
import { AccessDenied, NotFound } from '#admin/layout/not-found.tsx';
import { Home } from '#admin/home/home.tsx';
import { createQueryClient } from '#admin/query-client.ts';
import { auditEntries } from '#admin/resources/auditEntries/index.ts';
import { books } from '#admin/resources/books/index.ts';
import { userCoupons } from '#admin/resources/userCoupons/index.ts';
import { users } from '#admin/resources/users/index.ts';
import { couponBatches } from '#admin/resources/couponBatches/index.ts';
import { recurringDrops } from '#admin/resources/recurringDrops/index.ts';
import { coupons } from '#admin/resources/coupons/index.ts';
import { createAdminServices } from '#admin/services.ts';
import { darkTheme, lightTheme } from '#admin/theme.ts';

const services = createAdminServices();
const queryClient = createQueryClient();

/** The admin: a resource each line, in the folder of its name. The menu's groups stand in layout/menu.tsx. */
export function App() {
  return (
    <AdminContext
      authProvider={services.authProvider}
      dataProvider={services.dataProvider}
      i18nProvider={services.i18nProvider}
      store={services.store}
      queryClient={queryClient}
      lightTheme={lightTheme}
      darkTheme={darkTheme}
    >
      <ClientContext value={services.client}>
        <PageWords>
          <AdminUI
            title="Pagedrop"
            layout={Layout}
            loginPage={LoginPage}
            dashboard={Home}
            catchAll={NotFound}
            accessDenied={AccessDenied}
            requireAuth
            disableTelemetry
          >
            <Resource {...coupons} />
            <Resource {...books} />
            <Resource {...couponBatches} />
            <Resource {...recurringDrops} />
            <CustomRoutes>
              <Route path="/coupons/:id/console" element={<ConsolePage />} />
            </CustomRoutes>
            <Resource {...userCoupons} />
            <Resource {...users} />
            <Resource {...auditEntries} />
            <Resource {...imports} />
          </AdminUI>
        </PageWords>
      </ClientContext>
    </AdminContext>
  );
}
