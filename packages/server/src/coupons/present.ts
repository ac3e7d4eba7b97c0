import { BookType } from '#catalog/book.types.js';
import type { CouponRow, PassRow } from '#coupons/coupon-rows.js';
import { CouponType } from '#coupons/coupon.types.js';
import { groupCode } from '#coupons/pass-code.js';
import { UserCouponType } from '#coupons/user-coupon.types.js';

// The public shape of rows, field by field: a new column stays private until somebody writes it here.

export function presentBook({ bookId, title, author, description, coverUrl }: CouponRow): BookType {
  return Object.assign(new BookType(), { id: bookId, title, author, description, coverUrl });
}

export function presentCoupon(row: CouponRow): CouponType {
  const { id, number, totalQuantity, issuedQuantity, quantity, status, startsAt, endsAt, useWithinDays, readingDays } =
    row;
  return Object.assign(new CouponType(), {
    id,
    number,
    totalQuantity,
    issuedQuantity,
    quantity,
    status,
    startsAt,
    endsAt,
    useWithinDays,
    readingDays,
    book: presentBook(row),
  });
}

export function presentPass(coupon: CouponRow, pass: PassRow, alreadyIssued: boolean): UserCouponType {
  const { sequence, isUsed, createdAt, expiresAt, usedAt, readableUntil, revokedAt } = pass;
  return Object.assign(new UserCouponType(), {
    id: passId(pass),
    coupon: presentCoupon(coupon),
    code: groupCode(pass.code),
    sequence,
    isUsed,
    createdAt,
    expiresAt,
    usedAt,
    readableUntil,
    revokedAt,
    alreadyIssued,
  });
}

/** A pass is known by its coupon and its place in it; clients treat the text as opaque. */
export function passId({ couponId, sequence }: Pick<PassRow, 'couponId' | 'sequence'>): string {
  return `${couponId}:${sequence}`;
}

/** Undefined when the text is no pass id. */
export function readPassId(id: string): { couponId: string; sequence: number } | undefined {
  const [, couponId, sequence] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):([1-9]\d{0,8})$/.exec(id) ?? [];
  return couponId === undefined ? undefined : { couponId, sequence: Number(sequence) };
}
