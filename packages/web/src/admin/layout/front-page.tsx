import { Box, Card, CardContent, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';

import { BrandMark } from '#admin/layout/brand.tsx';
import { LocaleSwitch } from '#admin/layout/locale-switch.tsx';

/** What stands before the admin: one card in the middle of the paper. */
export function FrontPage({ title, children }: { title: string; children: ReactNode }) {
  const translate = useTranslate();
  return (
    <Box component="main" sx={{ minHeight: '100dvh', display: 'grid', placeItems: 'center', p: 2 }}>
      <title>{translate('app.name')}</title>
      <Card sx={{ width: '100%', maxWidth: 400, borderRadius: 3 }}>
        <CardContent sx={{ p: 4, '&:last-child': { pb: 4 } }}>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 3 }}>
            <BrandMark />
            <Typography component="span" sx={{ fontWeight: 700, letterSpacing: '-0.02em', flex: 1 }}>
              {translate('app.name')}
            </Typography>
            <LocaleSwitch />
          </Box>
          <Typography component="h1" variant="h5" sx={{ mb: 1 }}>
            {title}
          </Typography>
          {children}
        </CardContent>
      </Card>
    </Box>
  );
}
