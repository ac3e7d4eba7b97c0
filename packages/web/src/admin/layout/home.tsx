import { Box, Typography } from '@mui/material';
import { Title, useGetIdentity, useTranslate } from 'react-admin';

/** Where one comes in, until a drop asks for attention. */
export function Home() {
  const translate = useTranslate();
  const { identity } = useGetIdentity();
  return (
    <Box sx={{ py: 4 }}>
      <Title title={translate('app.name')} />
      <Typography component="h1" variant="h5">
        {translate('home.hello', { username: identity?.fullName ?? '' })}
      </Typography>
      <Typography sx={{ color: 'text.secondary', mt: 1 }}>{translate('home.lead')}</Typography>
    </Box>
  );
}
