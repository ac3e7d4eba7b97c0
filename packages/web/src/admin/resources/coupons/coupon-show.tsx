import { Box, Card, CardContent, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { EditButton, RecordContextProvider, TopToolbar, useRecordContext } from 'react-admin';
import { Link } from 'react-router';

import { CoverThumb } from '#admin/components/cover-thumb.tsx';
import { History } from '#admin/components/history.tsx';
import { RecordDelete } from '#admin/components/record-delete.tsx';
import { StaffShow } from '#admin/components/staff-show.tsx';
import { useNow } from '#admin/components/use-now.ts';
import { Actions } from '#admin/console/actions/actions.tsx';
import type { StaffCouponRowFragment } from '#admin/generated/operations.ts';
import { IssuedBar } from '#admin/resources/coupons/issued-bar.tsx';
import { ConsoleLink } from '#admin/resources/coupons/show/console-link.tsx';
import { CouponFacts } from '#admin/resources/coupons/show/coupon-facts.tsx';
import { CouponPasses } from '#admin/resources/coupons/show/coupon-passes.tsx';
import { DuplicateButton } from '#admin/resources/coupons/show/duplicate-button.tsx';
import { StateChip } from '#admin/resources/coupons/state-chip.tsx';

/** A drop: how it stands, what may be done with it, its passes, and what staff did. */
export function CouponShow() {
  return (
    <StaffShow
      actions={
        <TopToolbar>
          <ConsoleLink />
          <DuplicateButton />
          <RecordDelete type="COUPON" />
          <EditButton />
        </TopToolbar>
      }
      component="div"
    >
      <CouponPage />
    </StaffShow>
  );
}

function CouponPage() {
  const coupon = useRecordContext<StaffCouponRowFragment>();
  const queryClient = useQueryClient();
  const now = useNow();
  if (!coupon) return null;
  const { book } = coupon;
  return (
    <>
      <Card>
        <CardContent sx={{ display: 'flex', gap: 3, flexWrap: { xs: 'wrap', md: 'nowrap' } }}>
          <RecordContextProvider value={book}>
            <CoverThumb width={96} />
          </RecordContextProvider>
          <Box sx={{ minWidth: 0, flex: '1 1 320px' }}>
            <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, flexWrap: 'wrap' }}>
              <Typography component="h2" variant="h5">
                {coupon.number}
              </Typography>
              <StateChip coupon={coupon} />
            </Box>
            <Box component={Link} to={`/books/${book.id}/show`} sx={{ color: 'text.secondary' }}>
              {book.title} · {book.author}
            </Box>
            <Box sx={{ mt: 1.5, fontSize: '1.125rem' }}>
              <IssuedBar {...coupon} />
            </Box>
            <CouponFacts coupon={coupon} />
          </Box>
          <Box sx={{ flex: { xs: '1 1 100%', md: '0 0 280px' } }}>
            <Actions coupon={coupon} now={now} refresh={() => void queryClient.invalidateQueries()} />
          </Box>
        </CardContent>
      </Card>
      <CouponPasses couponId={coupon.id} />
      <History objectType="COUPON" objectId={coupon.id} />
    </>
  );
}
