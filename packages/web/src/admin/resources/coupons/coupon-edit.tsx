import { StaffEdit } from '#admin/components/staff-edit.tsx';
import { CouponForm } from '#admin/resources/coupons/form/coupon-form.tsx';

export function CouponEdit() {
  return (
    <StaffEdit>
      <CouponForm />
    </StaffEdit>
  );
}
