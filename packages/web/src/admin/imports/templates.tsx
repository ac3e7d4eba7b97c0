import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Button, Stack, Typography } from '@mui/material';
import { useLocale } from 'react-admin';

import { toLocale } from '#admin/i18n/i18n-provider.ts';
import { templateHref } from '#admin/imports/template-files.ts';
import { useImportWords } from '#admin/imports/use-import-words.ts';

/** Files to begin from, with a line that shows how. */
export function Templates() {
  const { t } = useImportWords();
  const locale = toLocale(useLocale());
  return (
    <Stack direction="row" spacing={1} sx={{ mt: 2, flexWrap: 'wrap', alignItems: 'center' }}>
      <Typography component="h2" variant="body2" sx={{ color: 'text.secondary' }}>
        {t('templates')}
      </Typography>
      <Button
        size="small"
        startIcon={<DownloadIcon />}
        href={templateHref('books', locale)}
        download={`${t('bookTemplate')}.csv`}
      >
        {t('bookTemplate')}
      </Button>
      <Button
        size="small"
        startIcon={<DownloadIcon />}
        href={templateHref('coupons', locale)}
        download={`${t('couponTemplate')}.csv`}
      >
        {t('couponTemplate')}
      </Button>
    </Stack>
  );
}
