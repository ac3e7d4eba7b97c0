import { Box, Tooltip } from '@mui/material';
import { useLocale } from 'react-admin';

import { toLocale } from '#admin/i18n/i18n-provider.ts';
import { momentWords } from '#admin/i18n/moment-words.ts';
import { KST, ownZone } from '#admin/i18n/zone.ts';
import type { Locale } from '#i18n/locale.ts';

/** An instant where a table has room for little: without the weekday, and without the year when it is this one. */
export function ShortMoment({ iso }: { iso: string }) {
  const locale = toLocale(useLocale());
  const zone = ownZone();
  const { own, kst } = momentWords(locale, iso, zone);
  return (
    <Tooltip title={kst === null ? own : `${own} · ${kst} KST`}>
      <Box component="time" dateTime={iso} sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
        {shortly(locale, iso, zone)}
        {kst !== null && (
          <Box component="span" sx={{ display: 'block', fontSize: 12, color: 'text.secondary' }}>
            {shortly(locale, iso, KST)} KST
          </Box>
        )}
      </Box>
    </Tooltip>
  );
}

function shortly(locale: Locale, iso: string, timeZone: string, now = new Date()): string {
  const at = new Date(iso);
  return new Intl.DateTimeFormat(locale === 'ko' ? 'ko' : 'en-GB', {
    timeZone,
    ...(at.getFullYear() !== now.getFullYear() && { year: 'numeric' }),
    month: locale === 'ko' ? 'numeric' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}
