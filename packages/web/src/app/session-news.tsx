import { useEffect } from 'react';
import { toast } from 'sonner';

import { useI18n } from '#i18n/i18n-context.ts';
import { useSessionServices } from '#session/session-context.ts';

/** Tells the reader when a session ended without their doing. */
export function SessionNews() {
  const { session } = useSessionServices();
  const { t } = useI18n();
  const message = t.auth.sessionEnded;
  useEffect(() => {
    return session.onEnd((why) => {
      if (why === 'expired') toast(message);
    });
  }, [session, message]);
  return null;
}
