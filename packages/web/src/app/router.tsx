import { createBrowserRouter } from 'react-router';

import { CrashPage } from '#app/crash-page.tsx';
import { Layout } from '#app/layout.tsx';
import { NotFoundPage } from '#app/not-found-page.tsx';
import { EventsPage } from '#features/events/events-page.tsx';
import { MyPassesPage } from '#features/my-coupons/my-passes-page.tsx';

/** Every address of the page. The admin pages will hang here too, loaded when somebody goes there. */
export function createRouter() {
  return createBrowserRouter([
    {
      Component: Layout,
      ErrorBoundary: CrashPage,
      children: [
        { index: true, Component: EventsPage },
        { path: 'my-passes', Component: MyPassesPage },
        { path: '*', Component: NotFoundPage },
      ],
    },
  ]);
}
