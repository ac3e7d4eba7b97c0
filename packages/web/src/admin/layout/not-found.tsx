import { Box, Button, Typography } from '@mui/material';
import { Title, useTranslate } from 'react-admin';
import { Link } from 'react-router';

/** Stands at an address that has no page: a link that was cut short, or one of before. */
export function NotFound() {
  const translate = useTranslate();
  return (
    <Box sx={{ py: 8, px: 2, textAlign: 'center' }}>
      <Title title="ra.page.not_found" />
      <Typography sx={{ color: 'text.secondary', mb: 3 }}>{translate('ra.message.not_found')}</Typography>
      <Button component={Link} to="/" variant="contained">
        {translate('app.toHome')}
      </Button>
    </Box>
  );
}
