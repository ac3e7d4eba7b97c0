import { createPagedropClient, type PagedropClient } from '@pagedrop/sdk';
import type { AuthProvider, DataProvider, I18nProvider, Store, TranslateFunction } from 'react-admin';

import { createAuthProvider } from '#admin/auth-provider.ts';
import { createDataProvider } from '#admin/data-provider/data-provider.ts';
import type { Send } from '#admin/data-provider/staff-resource.ts';
import { createI18nProvider } from '#admin/i18n/i18n-provider.ts';
import { createStore } from '#admin/store.ts';
import { initialLocale } from '#i18n/locale.ts';
import { storedSessionFlag } from '#session/session-flag.ts';
import { ANSWER_WITHIN_MS } from '#admin/use-send.ts';

/** Everything of the admin that outlives a component. */
export interface AdminServices {
  client: PagedropClient;
  authProvider: AuthProvider;
  dataProvider: DataProvider;
  i18nProvider: I18nProvider;
  store: Store;
}

export function createAdminServices(): AdminServices {
  const client = createPagedropClient({ url: '/graphql' });
  const store = createStore(initialLocale());
  const i18nProvider = createI18nProvider(store);
  const translate: TranslateFunction = (key, options) => i18nProvider.translate(key, options);
  const send: Send = (document, variables, options) =>
    client.send(document, variables, { timeoutMs: ANSWER_WITHIN_MS, ...options });
  return {
    client,
    i18nProvider,
    authProvider: createAuthProvider({ client, flag: storedSessionFlag, translate }),
    dataProvider: createDataProvider({ send, translate }),
    store,
  };
}
