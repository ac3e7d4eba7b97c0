import { Box, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';

import { toLocale } from '#admin/i18n/i18n-provider.ts';
import { momentWords } from '#admin/i18n/moment-words.ts';
import { KST, ownZone } from '#admin/i18n/zone.ts';
import type { Launch } from '#admin/resources/coupons/launch/launch-dialog.tsx';

/** A launch as sentences in the operator's language: what, when by Korea's clock and by his own, and on what terms. */
export function LaunchWords({ launch }: { launch: Launch }) {
  const translate = useTranslate();
  const locale = toLocale(useLocale());
  const { warnings, bookTitle, totalQuantity, visibility, startsAt, endsAt, opensAtOnce, useWithinDays, readingDays } =
    launch;
  const t = (key: string, options: Record<string, string | number> = {}) =>
    translate(`resources.coupons.launch.${key}`, options);
  const kst = (iso: string) => momentWords(locale, iso, KST).own;
  const own = momentWords(locale, startsAt, ownZone());
  const isOver = warnings.some(({ reason }) => reason === 'ENDS_IN_THE_PAST');
  const opens = isOver ? t('over') : opensAtOnce ? t('opensAtOnce') : t('opens', { when: kst(startsAt) });
  const total = totalQuantity.toLocaleString(locale);
  return (
    <>
      <Typography sx={{ fontSize: '1.375rem', fontWeight: 700, lineHeight: 1.35, letterSpacing: '-0.01em' }}>
        {t('what', { smart_count: totalQuantity, total, title: bookTitle })}
      </Typography>
      <Box component="ul" sx={{ mt: 1.5, mb: 0, pl: 2.5, fontSize: '1rem', lineHeight: 1.7 }}>
        <Box component="li" sx={{ fontWeight: 600 }}>
          {opens}
          {own.kst !== null && !opensAtOnce && !isOver && (
            <Box component="span" sx={{ fontWeight: 400, color: 'text.secondary' }}>
              {' '}
              {t('ownClock', { when: own.own })}
            </Box>
          )}
        </Box>
        {!isOver && <li>{t('ends', { when: kst(endsAt) })}</li>}
        <li>{t('onePerReader')}</li>
        <li>{t('clocks', { useWithinDays, readingDays })}</li>
        <li>{t(`visibility.${visibility}`)}</li>
      </Box>
    </>
  );
}
