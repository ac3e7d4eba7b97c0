import { Box, Tooltip } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';

import { toLocale } from '#admin/i18n/i18n-provider.ts';
import { momentWords } from '#admin/i18n/moment-words.ts';
import { KST, ownZone } from '#admin/i18n/zone.ts';

/** An instant by the operator's clock, with Korea's below when it shows another time; the zone's name on hover. */
export function MomentText({ iso }: { iso: string | null | undefined }) {
  const locale = toLocale(useLocale());
  const translate = useTranslate();
  if (!iso) return <>{translate('moment.none')}</>;
  const zone = ownZone();
  const { own, kst } = momentWords(locale, iso, zone);
  return (
    <Tooltip title={kst === null ? KST : zone}>
      <Box component="time" dateTime={iso} sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
        {own}
        {kst !== null && (
          <Box component="span" sx={{ display: 'block', fontSize: 12, color: 'text.secondary' }}>
            {kst} KST
          </Box>
        )}
      </Box>
    </Tooltip>
  );
}
