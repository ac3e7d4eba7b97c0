import { Box } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';

import { toLocale } from '#admin/i18n/i18n-provider.ts';
import { auditValue } from '#admin/components/audit-value.ts';
import { changesOf, type Change } from '#admin/components/changes-of.ts';
import type { Locale } from '#i18n/locale.ts';

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
  const valueWords = (value: unknown) => auditValue(value, { locale, translate });
  if (before === undefined) return <>{valueWords(after)}</>;
  const was = <del aria-label={translate('history.before')}>{valueWords(before)}</del>;
  if (after === undefined) return was;
  return (
    <>
      {was} →{' '}
      <ins aria-label={translate('history.after')} style={{ textDecoration: 'none' }}>
        {valueWords(after)}
      </ins>
    </>
  );
}
