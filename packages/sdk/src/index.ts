export { createPagedropClient } from './client.js';
export type { PagedropClient, PagedropClientOptions } from './client.js';
export type { DownloadCouponOptions } from './ask-again.js';
export { PagedropError } from './errors.js';
export type { InputProblem } from './errors.js';
export type { CallOptions } from './session.js';
export { parseAnswer } from './parse-answer.js';
export { request } from './transport.js';
export type { Answer, RequestOptions, Timeout, Transport } from './transport.js';
export {
  ActiveEventBooksDocument,
  AuthPayloadFieldsFragmentDoc,
  BookFieldsFragmentDoc,
  CloseCouponDocument,
  CouponFieldsFragmentDoc,
  DownloadCouponDocument,
  LoginDocument,
  LogoutDocument,
  LowerCouponDocument,
  MeDocument,
  MyCouponsDocument,
  PauseCouponDocument,
  RefreshSessionDocument,
  RegisterDocument,
  ResumeCouponDocument,
  StaffCouponFieldsFragmentDoc,
  TopUpCouponDocument,
  UseCouponDocument,
  UserCouponFieldsFragmentDoc,
  UserFieldsFragmentDoc,
} from './generated/operations.js';
export type {
  ActiveEventBooksQuery,
  AuthPayloadFieldsFragment,
  BookFieldsFragment,
  CloseCouponMutation,
  CouponFieldsFragment,
  CouponStatus,
  CouponVisibility,
  DownloadCouponMutation,
  LoginMutation,
  LowerCouponMutation,
  MeQuery,
  MyCouponsQuery,
  PauseCouponMutation,
  RefreshSessionMutation,
  RegisterMutation,
  ResumeCouponMutation,
  Role,
  StaffCouponFieldsFragment,
  TopUpCouponMutation,
  UseCouponMutation,
  UserCouponFieldsFragment,
  UserFieldsFragment,
} from './generated/operations.js';
export type { Book, Coupon, DownloadCouponResult, EventBook, User, UserCoupon, UseCouponResult } from './types.js';
