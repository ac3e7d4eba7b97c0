import { Alert, Box, Button, Card, Skeleton, Typography } from '@mui/material';
import { ResourceContextProvider, Title, useGetIdentity, useTranslate } from 'react-admin';
import { Link } from 'react-router';

import { EmptyHint } from '#admin/components/empty-hint.tsx';
import type { StaffCouponRowFragment } from '#admin/generated/operations.ts';
import { DropLine } from '#admin/home/drop-line.tsx';
import { useHomeDrops } from '#admin/home/use-home-drops.ts';

/** Where one comes in: the drops that are open and those that open next, each a tap from its console. */
export function Home() {
  const translate = useTranslate();
  const { identity } = useGetIdentity();
  const { drops, error } = useHomeDrops();
  return (
    <ResourceContextProvider value="coupons">
      <Title title={translate('home.hello', { username: identity?.fullName ?? '' })} />
      {error && !drops && <Alert severity="error">{error.message}</Alert>}
      {!drops && !error && <Skeleton variant="rounded" height={220} />}
      {drops && drops.open.length + drops.upcoming.length === 0 && (
        <EmptyHint title="home.emptyTitle" hint="home.emptyHint" action="home.emptyAction" />
      )}
      {drops && <Section title={translate('home.open')} coupons={drops.open} />}
      {drops && <Section title={translate('home.upcoming')} coupons={drops.upcoming} />}
      <Button component={Link} to="/coupons" sx={{ mt: 2 }}>
        {translate('home.all')}
      </Button>
    </ResourceContextProvider>
  );
}

function Section({ title, coupons }: { title: string; coupons: readonly StaffCouponRowFragment[] }) {
  if (coupons.length === 0) return null;
  return (
    <Box component="section" sx={{ mt: 2 }}>
      <Typography component="h2" variant="subtitle1" sx={{ fontWeight: 700, mb: 1 }}>
        {title}
      </Typography>
      <Card component="ul" variant="outlined" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {coupons.map((coupon) => (
          <DropLine key={coupon.id} coupon={coupon} />
        ))}
      </Card>
    </Box>
  );
}
