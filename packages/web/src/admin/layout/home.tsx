import { Typography } from '@mui/material';
import { Title, useGetIdentity, useTranslate } from 'react-admin';

/** Where one comes in, until a drop asks for attention. */
export function Home() {
  const translate = useTranslate();
  const { identity } = useGetIdentity();
  return (
    <>
      <Title title={translate('home.hello', { username: identity?.fullName ?? '' })} />
      <Typography sx={{ color: 'text.secondary' }}>{translate('home.lead')}</Typography>
    </>
  );
}
