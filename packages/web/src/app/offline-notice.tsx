import { useSyncExternalStore } from 'react';

import css from '#app/layout.module.css';
import { useI18n } from '#i18n/i18n-context.ts';

/** Says so while the device has no connection. */
export function OfflineNotice() {
  const { t } = useI18n();
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return <output>{!online && <span className={css['offline']}>{t.common.offline}</span>}</output>;
}

function subscribe(listener: () => void) {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}
