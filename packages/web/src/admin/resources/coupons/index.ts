import CouponIcon from '@mui/icons-material/ConfirmationNumberOutlined';
import type { ResourceProps } from 'react-admin';

import { CouponCreate } from '#admin/resources/coupons/coupon-create.tsx';
import { CouponEdit } from '#admin/resources/coupons/coupon-edit.tsx';
import { CouponList } from '#admin/resources/coupons/coupon-list.tsx';
import { CouponShow } from '#admin/resources/coupons/coupon-show.tsx';

export const coupons: ResourceProps = {
  name: 'coupons',
  icon: CouponIcon,
  recordRepresentation: 'number',
  list: CouponList,
  create: CouponCreate,
  edit: CouponEdit,
  show: CouponShow,
};
