import { Box, Button, Link as MuiLink, Typography } from '@mui/material';
import { RecordContextProvider, useTranslate } from 'react-admin';
import { Link } from 'react-router';

import { CoverThumb } from '#admin/components/cover-thumb.tsx';
import { consolePath } from '#admin/console/console-path.ts';
import type { StaffCouponRowFragment } from '#admin/generated/operations.ts';
import { IssuedBar } from '#admin/resources/coupons/issued-bar.tsx';
import { StateChip } from '#admin/resources/coupons/state-chip.tsx';
import { WindowText } from '#admin/resources/coupons/window-text.tsx';

/** A drop in a line, which a phone breaks in two: whose it is, how it stands, and the way to its console. */
export function DropLine({ coupon }: { coupon: StaffCouponRowFragment }) {
  const translate = useTranslate();
  return (
    <Box component="li" sx={line}>
      <RecordContextProvider value={coupon.book}>
        <CoverThumb width={40} />
      </RecordContextProvider>
      <Box sx={{ minWidth: 0, flex: '1 1 200px' }}>
        <MuiLink component={Link} to={`/coupons/${coupon.id}/show`} color="inherit" underline="hover">
          <Typography component="span" sx={{ fontWeight: 600 }}>
            {coupon.book.title}
          </Typography>
        </MuiLink>
        <Typography sx={{ fontSize: 13, color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
          {coupon.number}
        </Typography>
      </Box>
      <StateChip coupon={coupon} />
      <Box sx={{ flex: '0 0 150px' }}>
        <WindowText startsAt={coupon.startsAt} endsAt={coupon.endsAt} />
      </Box>
      <Box sx={{ flex: '0 1 140px' }}>
        <IssuedBar issuedQuantity={coupon.issuedQuantity} totalQuantity={coupon.totalQuantity} />
      </Box>
      <Button
        component={Link}
        to={consolePath(coupon.id)}
        variant="outlined"
        aria-label={translate('home.consoleOf', { number: coupon.number })}
        sx={{ minHeight: 44, minWidth: 96 }}
      >
        {translate('home.console')}
      </Button>
    </Box>
  );
}

const line = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 2,
  rowGap: 1,
  py: 1.5,
  px: 2,
  borderBottom: '1px solid var(--line)',
  '&:last-of-type': { borderBottom: 0 },
};
