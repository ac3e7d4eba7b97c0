export { createPagedropClient } from './client.js';
export type { PagedropClient, PagedropClientOptions } from './client.js';
export type { DownloadCouponOptions } from './ask-again.js';
export { PagedropError } from './errors.js';
export { parseAnswer } from './parse-answer.js';
export { request } from './transport.js';
export type { Answer, RequestOptions, Timeout, Transport } from './transport.js';
export {
  ActiveEventBooksDocument,
  AuthPayloadFieldsFragmentDoc,
  BookFieldsFragmentDoc,
  CouponFieldsFragmentDoc,
  DownloadCouponDocument,
  LoginDocument,
  LogoutDocument,
  MeDocument,
  MyCouponsDocument,
  PauseCouponDocument,
  RefreshSessionDocument,
  RegisterDocument,
  ResumeCouponDocument,
  TopUpCouponDocument,
  UseCouponDocument,
  UserCouponFieldsFragmentDoc,
  UserFieldsFragmentDoc,
} from './generated/operations.js';
export type {
  ActiveEventBooksQuery,
  AuthPayloadFieldsFragment,
  BookFieldsFragment,
  CouponFieldsFragment,
  CouponStatus,
  DownloadCouponMutation,
  LoginMutation,
  MeQuery,
  MyCouponsQuery,
  PauseCouponMutation,
  RefreshSessionMutation,
  RegisterMutation,
  ResumeCouponMutation,
  Role,
  TopUpCouponMutation,
  UseCouponMutation,
  UserCouponFieldsFragment,
  UserFieldsFragment,
} from './generated/operations.js';
export type { Book, Coupon, DownloadCouponResult, EventBook, User, UserCoupon, UseCouponResult } from './types.js';
