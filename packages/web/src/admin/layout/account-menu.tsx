import ExitIcon from '@mui/icons-material/Logout';
import EventIcon from '@mui/icons-material/OpenInNew';
import { ListItemIcon, ListItemText, MenuItem } from '@mui/material';
import { useGetIdentity, useLogout, useNotify, usePermissions, UserMenu, useTranslate } from 'react-admin';

import { toHttpError } from '#admin/data-provider/to-http-error.ts';

/** Who is here, the way to the event page, and the way out. */
export function AccountMenu() {
  const translate = useTranslate();
  const { identity } = useGetIdentity();
  const { permissions } = usePermissions();
  const logOut = useLogOutOrSayWhy();
  return (
    <UserMenu label={identity?.fullName ?? 'ra.auth.user_menu'}>
      <MenuItem disabled dense sx={{ '&.Mui-disabled': { opacity: 1 } }}>
        <ListItemText
          primary={identity?.fullName}
          secondary={typeof permissions === 'string' ? translate(`roles.${permissions}`) : undefined}
        />
      </MenuItem>
      <MenuItem component="a" href="/" dense>
        <ListItemIcon>
          <EventIcon fontSize="small" />
        </ListItemIcon>
        {translate('app.toEvents')}
      </MenuItem>
      <MenuItem onClick={logOut} dense>
        <ListItemIcon>
          <ExitIcon fontSize="small" />
        </ListItemIcon>
        {translate('ra.auth.logout')}
      </MenuItem>
    </UserMenu>
  );
}

/** A logout that the server did not hear is none: then one is still logged in, and is told so. */
export function useLogOutOrSayWhy(): () => void {
  const logout = useLogout();
  const notify = useNotify();
  const translate = useTranslate();
  return () => {
    logout({}, undefined, false).catch((error: unknown) => {
      notify(toHttpError(error, translate).message, { type: 'error' });
    });
  };
}
