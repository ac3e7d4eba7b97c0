import PassIcon from '@mui/icons-material/LocalActivityOutlined';
import type { ResourceProps } from 'react-admin';

import { UserCouponList } from '#admin/resources/userCoupons/user-coupon-list.tsx';
import { UserCouponShow } from '#admin/resources/userCoupons/user-coupon-show.tsx';

export const userCoupons: ResourceProps = {
  name: 'userCoupons',
  icon: PassIcon,
  recordRepresentation: 'code',
  list: UserCouponList,
  show: UserCouponShow,
};
