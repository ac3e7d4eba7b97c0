import { Box } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';

import { MomentText } from '#admin/components/moment-text.tsx';
import { useNow } from '#admin/components/use-now.ts';
import { toLocale } from '#admin/i18n/i18n-provider.ts';
import { windowWords } from '#admin/resources/coupons/window-words.ts';

/** A window in words, and below it the moment that they speak of. */
export function WindowText({ startsAt, endsAt }: { startsAt: string; endsAt: string }) {
  const translate = useTranslate();
  const locale = toLocale(useLocale());
  const { key, when, moment } = windowWords(locale, { startsAt, endsAt }, useNow());
  return (
    <Box sx={{ whiteSpace: 'nowrap' }}>
      {translate(`resources.coupons.window.${key}`, { when })}
      <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
        <MomentText iso={moment} />
      </Box>
    </Box>
  );
}
