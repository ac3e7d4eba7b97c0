import { useState } from 'react';

import { StaffCreate } from '#admin/components/staff-create.tsx';
import { couponDefaults } from '#admin/resources/coupons/form/coupon-defaults.ts';
import { CouponForm } from '#admin/resources/coupons/form/coupon-form.tsx';

export function CouponCreate() {
  const [defaults] = useState(() => couponDefaults());
  return (
    <StaffCreate record={defaults}>
      <CouponForm isNew />
    </StaffCreate>
  );
}
