import { Box, Typography } from '@mui/material';
import { Menu as RaMenu, useResourceDefinitions, useSidebarState, useTranslate } from 'react-admin';

/** The menu's groups, in the order of an operator's day. A resource that app.tsx does not have is left out. */
const GROUPS = [
  { label: 'menu.drops', resources: ['coupons', 'recurringDrops', 'couponBatches'] },
  { label: 'menu.books', resources: ['books', 'imports'] },
  { label: 'menu.passes', resources: ['userCoupons'] },
  { label: 'menu.staff', resources: ['users', 'auditEntries'] },
];

/** What there is, grouped: links to go by, not a menu of commands, as react-admin would call it. */
export function Menu() {
  const translate = useTranslate();
  const definitions = useResourceDefinitions();
  const [open] = useSidebarState();
  return (
    <RaMenu component="nav" role="navigation" aria-label={translate('app.menu')}>
      {GROUPS.map(({ label, resources }) => {
        const known = resources.filter((name) => definitions[name]);
        if (known.length === 0) return null;
        return (
          <Box key={label} sx={{ mt: 1.5 }}>
            <Typography
              variant="caption"
              component="p"
              sx={{
                px: 2.25,
                pb: 0.25,
                fontWeight: 600,
                color: 'text.secondary',
                visibility: open ? 'visible' : 'hidden',
              }}
            >
              {translate(label)}
            </Typography>
            {known.map((name) => (
              <RaMenu.ResourceItem key={name} name={name} role="link" />
            ))}
          </Box>
        );
      })}
    </RaMenu>
  );
}
