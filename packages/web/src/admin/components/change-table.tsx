import { Box } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';

import { toLocale } from '#admin/i18n/i18n-provider.ts';
import { changesOf, type Change } from '#admin/components/changes-of.ts';
import { momentWords } from '#admin/i18n/moment-words.ts';
import { ownZone } from '#admin/i18n/zone.ts';
import type { Locale } from '#i18n/locale.ts';

const ISO_MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)$/;

/** Field by field what was and what is. Nothing when the entry tells of no rows. */
export function ChangeTable({ before, after }: { before: unknown; after: unknown }) {
  const translate = useTranslate();
  const locale = toLocale(useLocale());
  const changes = changesOf(before, after);
  if (changes.length === 0) return null;
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        mt: 0.5,
        display: 'grid',
        gridTemplateColumns: 'max-content 1fr',
        columnGap: 2,
        rowGap: 0.25,
        fontSize: 13,
      }}
    >
      {changes.map(({ field, ...change }) => (
        <Box key={field} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ color: 'text.secondary' }}>
            {translate(`auditFields.${field}`, { _: field })}
          </Box>
          <Box component="dd" sx={{ m: 0, minWidth: 0, overflowWrap: 'anywhere' }}>
            <Values {...change} locale={locale} />
          </Box>
        </Box>
      ))}
    </Box>
  );
}

function Values({ before, after, locale }: Omit<Change, 'field'> & { locale: Locale }) {
  const translate = useTranslate();
  if (before === undefined) return <>{valueWords(after, locale)}</>;
  const was = <del aria-label={translate('history.before')}>{valueWords(before, locale)}</del>;
  if (after === undefined) return was;
  return (
    <>
      {was} →{' '}
      <ins aria-label={translate('history.after')} style={{ textDecoration: 'none' }}>
        {valueWords(after, locale)}
      </ins>
    </>
  );
}

function valueWords(value: unknown, locale: Locale): string {
  if (value === null || value === '') return '–';
  if (typeof value === 'number') return value.toLocaleString(locale);
  if (typeof value === 'string') return ISO_MOMENT.test(value) ? momentWords(locale, value, ownZone()).own : value;
  return JSON.stringify(value);
}
