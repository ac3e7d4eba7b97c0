import { Button, Stack, Typography } from '@mui/material';
import { useGetIdentity, useTranslate } from 'react-admin';

import { useLogOutOrSayWhy } from '#admin/layout/account-menu.tsx';
import { FrontPage } from '#admin/layout/front-page.tsx';

/** A reader came here: says whom the page is for, and both ways on. Nobody is logged out without being asked. */
export function StaffOnly() {
  const translate = useTranslate();
  const { identity } = useGetIdentity();
  const logOut = useLogOutOrSayWhy();
  return (
    <FrontPage title={translate('staffOnly.title')}>
      <Typography sx={{ mb: 3 }}>{translate('staffOnly.body', { username: identity?.fullName ?? '' })}</Typography>
      <Stack direction="row" spacing={1} sx={{ flexWrap: 'wrap' }}>
        <Button variant="contained" href="/">
          {translate('app.toEvents')}
        </Button>
        <Button variant="outlined" onClick={logOut}>
          {translate('staffOnly.again')}
        </Button>
      </Stack>
    </FrontPage>
  );
}
