import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { RecordContextProvider, useRecordContext, useTranslate } from 'react-admin';

import type { StaffCouponRowFragment } from '#admin/generated/operations.ts';
import { IssuedBar } from '#admin/resources/coupons/issued-bar.tsx';
import { StateChip } from '#admin/resources/coupons/state-chip.tsx';
import { WindowText } from '#admin/resources/coupons/window-text.tsx';

const useCoupon = () => useRecordContext<StaffCouponRowFragment>();

/** What is inside is about the coupon's book. */
export function BookOf({ children }: { children: ReactNode }) {
  const coupon = useCoupon();
  return coupon ? <RecordContextProvider value={coupon.book}>{children}</RecordContextProvider> : null;
}

export function StateCell() {
  const coupon = useCoupon();
  return coupon ? <StateChip coupon={coupon} /> : null;
}

export function IssuedCell() {
  const coupon = useCoupon();
  return coupon ? <IssuedBar {...coupon} /> : null;
}

export function WindowCell() {
  const coupon = useCoupon();
  return coupon ? <WindowText {...coupon} /> : null;
}

/** What is listed is as usual; the others stand out. */
export function VisibilityCell() {
  const translate = useTranslate();
  const coupon = useCoupon();
  if (!coupon) return null;
  const isUsual = coupon.visibility === 'LISTED';
  return (
    <Box component="span" sx={{ color: isUsual ? 'text.secondary' : 'text.primary', whiteSpace: 'nowrap' }}>
      {translate(`resources.coupons.visibilities.${coupon.visibility}`)}
    </Box>
  );
}
