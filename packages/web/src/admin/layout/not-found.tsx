import { Box, Button, Typography } from '@mui/material';
import { Title, useTranslate } from 'react-admin';
import { Link } from 'react-router';

/** Stands at an address that has no page: a link that was cut short, or one of before. */
export function NotFound() {
  return <NoPage words="not_found" />;
}

/** Stands where one's role may not go. */
export function AccessDenied() {
  return <NoPage words="access_denied" />;
}

function NoPage({ words }: { words: 'not_found' | 'access_denied' }) {
  const translate = useTranslate();
  return (
    <Box sx={{ py: 8, px: 2, textAlign: 'center' }}>
      <Title title={`ra.page.${words}`} />
      <Typography sx={{ color: 'text.secondary', mb: 3 }}>{translate(`ra.message.${words}`)}</Typography>
      <Button component={Link} to="/" variant="contained">
        {translate('app.toHome')}
      </Button>
    </Box>
  );
}
