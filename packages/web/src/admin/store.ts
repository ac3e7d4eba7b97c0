import { localStorageStore, type Store } from 'react-admin';

/** What a person set for this browser, not for a session: logging out keeps it. */
const KEPT = ['theme', 'locale', 'sidebar.open'];

/** What the admin remembers in this browser: columns, filters, theme. The language is the page's own choice. */
export function createStore(locale: string): Store {
  const store = localStorageStore(undefined, 'pagedrop.admin');
  store.setItem('locale', locale);
  return {
    ...store,
    reset() {
      const kept = KEPT.map((key): [string, unknown] => [key, store.getItem(key)]);
      store.reset();
      for (const [key, value] of kept) if (value !== undefined) store.setItem(key, value);
    },
  };
}
