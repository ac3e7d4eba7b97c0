import { Strip } from '#components/strip/strip.tsx';
import { useI18n } from '#i18n/i18n-context.ts';
import { useOnline } from '#lib/use-online.ts';

/** Says so while the device has no connection. */
export function OfflineNotice() {
  const { t } = useI18n();
  const online = useOnline();
  return <Strip>{!online && t.common.offline}</Strip>;
}
