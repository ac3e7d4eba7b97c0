// Short names for what the operations answer. All are derived: the schema and operations/ are the only source.
import type {
  ActiveEventBooksQuery,
  BookFieldsFragment,
  CouponFieldsFragment,
  DownloadCouponMutation,
  UseCouponMutation,
  UserCouponFieldsFragment,
  UserFieldsFragment,
} from './generated/operations.js';

/** A novel, without its coupons. */
export type Book = BookFieldsFragment;

/** A novel on the event page, with its coupons that are on the page. */
export type EventBook = ActiveEventBooksQuery['activeEventBooks'][number];

/** One drop: a limited number of passes for one book. */
export type Coupon = CouponFieldsFragment;

/** A pass that one reader holds, with its coupon and that coupon's book. */
export type UserCoupon = UserCouponFieldsFragment;

/** Whoever is logged in. */
export type User = UserFieldsFragment;

/** Every outcome of asking for a pass; tell them apart by `__typename`. */
export type DownloadCouponResult = DownloadCouponMutation['downloadCoupon'];

/** Every outcome of spending a pass; tell them apart by `__typename`. */
export type UseCouponResult = UseCouponMutation['useCoupon'];
