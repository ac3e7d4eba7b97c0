import CopyIcon from '@mui/icons-material/EventRepeatOutlined';
import { Button } from '@mui/material';
import { useCanAccess, useRecordContext, useTranslate } from 'react-admin';
import { Link } from 'react-router';

import type { StaffCouponRowFragment } from '#admin/generated/operations.ts';
import { nextWeek } from '#admin/resources/coupons/form/coupon-defaults.ts';

/** Begins the same drop for next week; nothing is made before it is read and confirmed. */
export function DuplicateButton() {
  const translate = useTranslate();
  const coupon = useRecordContext<StaffCouponRowFragment>();
  const { canAccess } = useCanAccess({ resource: 'coupons', action: 'create' });
  if (!coupon || canAccess !== true) return null;
  return (
    <Button
      size="small"
      component={Link}
      to="/coupons/create"
      state={{ record: nextWeek(coupon) }}
      startIcon={<CopyIcon />}
    >
      {translate('resources.coupons.duplicate')}
    </Button>
  );
}
