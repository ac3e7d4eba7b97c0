import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useLocale, useTranslate } from 'react-admin';

import { MomentText } from '#admin/components/moment-text.tsx';
import type { StaffCouponRowFragment } from '#admin/generated/operations.ts';

/** What a coupon is, word by word. */
export function CouponFacts({ coupon }: { coupon: StaffCouponRowFragment }) {
  const translate = useTranslate();
  const locale = useLocale();
  const t = (key: string) => translate(`resources.coupons.${key}`);
  const count = (value: number) => value.toLocaleString(locale);
  const facts: (readonly [string, ReactNode])[] = [
    ['startsAt', <MomentText key="startsAt" iso={coupon.startsAt} />],
    ['endsAt', <MomentText key="endsAt" iso={coupon.endsAt} />],
    ['quantity', count(coupon.quantity)],
    ['useWithinDays', count(coupon.useWithinDays)],
    ['readingDays', count(coupon.readingDays)],
    ['visibility', t(`visibilities.${coupon.visibility}`)],
    ['createdAt', <MomentText key="createdAt" iso={coupon.createdAt} />],
  ];
  if (coupon.returnedQuantity > 0) facts.push(['returnedQuantity', count(coupon.returnedQuantity)]);
  return (
    <Box
      component="dl"
      sx={{ m: 0, mt: 2, display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: 2.5, rowGap: 0.5 }}
    >
      {facts.map(([field, value]) => (
        <Box key={field} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ color: 'text.secondary' }}>
            {t(`fields.${field}`)}
          </Box>
          <Box component="dd" sx={{ m: 0 }}>
            {value}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
