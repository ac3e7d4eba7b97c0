import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';

/** The sheet that is torn off, and the name. */
export function Brand() {
  const translate = useTranslate();
  return (
    <Box
      component={Link}
      to="/"
      sx={{ display: 'flex', alignItems: 'center', gap: 1, color: 'inherit', textDecoration: 'none', flex: 'none' }}
    >
      <BrandMark />
      <Typography component="span" sx={{ fontWeight: 700, letterSpacing: '-0.02em', whiteSpace: 'nowrap' }}>
        {translate('app.name')}
      </Typography>
    </Box>
  );
}

/** The mark of the reader's page. */
export function BrandMark() {
  return (
    <svg width="20" height="22" viewBox="0 0 22 24" aria-hidden="true">
      <path fill="var(--ink)" d="M1 0h13l7 7v4.5a2.5 2.5 0 0 0 0 5V24H1v-7.5a2.5 2.5 0 0 0 0-5z" />
      <path fill="var(--paper)" fillOpacity="0.35" d="M14 0v7h7z" />
      <path stroke="var(--paper)" strokeWidth="1.6" strokeDasharray="2.4 2" d="M6 14h11" />
    </svg>
  );
}
