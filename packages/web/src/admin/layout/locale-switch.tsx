import TranslateIcon from '@mui/icons-material/Translate';
import { Box, Button } from '@mui/material';
import { useLocaleState } from 'react-admin';

import { toLocale } from '#admin/i18n/i18n-provider.ts';

/** Each in its own language, so that who reads only that one finds it. */
const OTHER = {
  ko: { locale: 'en', name: 'English', short: 'EN' },
  en: { locale: 'ko', name: '한국어', short: '한국어' },
} as const;

/** To the other language, with one press. */
export function LocaleSwitch() {
  const [locale, setLocale] = useLocaleState();
  const other = OTHER[toLocale(locale)];
  return (
    <Button
      color="inherit"
      size="small"
      lang={other.locale}
      startIcon={<TranslateIcon />}
      onClick={() => setLocale(other.locale)}
      sx={{ minWidth: 0, whiteSpace: 'nowrap', flex: 'none' }}
    >
      <Box component="span" sx={{ display: { xs: 'none', sm: 'inline' } }}>
        {other.name}
      </Box>
      <Box component="span" sx={{ display: { sm: 'none' } }}>
        {other.short}
      </Box>
    </Button>
  );
}
