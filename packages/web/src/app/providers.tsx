import { ApolloProvider } from '@apollo/client/react';
import type { ReactNode } from 'react';

import type { Services } from '#app/create-services.ts';
import { ClockContext } from '#clock/clock-context.ts';
import { Announcer } from '#components/announcer.tsx';
import { I18nProvider } from '#i18n/i18n-provider.tsx';
import { SessionContext } from '#session/session-context.ts';

/** Hands the services to the components. */
export function Providers({ services, children }: { services: Services; children: ReactNode }) {
  return (
    <I18nProvider>
      <ApolloProvider client={services.client}>
        <ClockContext value={services.clock}>
          <SessionContext value={services}>
            <Announcer>{children}</Announcer>
          </SessionContext>
        </ClockContext>
      </ApolloProvider>
    </I18nProvider>
  );
}
