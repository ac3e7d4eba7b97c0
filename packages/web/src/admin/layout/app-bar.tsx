import { AppBar as RaAppBar, LoadingIndicator, ToggleThemeButton, useTranslate } from 'react-admin';
import { Box } from '@mui/material';

import { AccountMenu } from '#admin/layout/account-menu.tsx';
import { Brand } from '#admin/layout/brand.tsx';
import { LocaleSwitch } from '#admin/layout/locale-switch.tsx';
import { ZoneNote } from '#admin/layout/zone-note.tsx';

/** The name, whose clock is shown, and what one sets for oneself. Each page has its title in the page. */
export function AppBar() {
  return (
    <RaAppBar alwaysOn userMenu={<AccountMenu />} toolbar={<Tools />}>
      <Brand />
      <Box sx={{ flex: 1 }} />
      <ZoneNote />
    </RaAppBar>
  );
}

function Tools() {
  const translate = useTranslate();
  return (
    <>
      <LocaleSwitch />
      <ToggleThemeButton />
      {/* Without a name a screen reader says of it only that something is under way. */}
      <LoadingIndicator aria-label={translate('ra.page.loading')} />
    </>
  );
}
