import { z } from 'zod';
import { couponStatuses } from '#coupons/coupon.entity.js';

// Rows as the bare connection gives them, parsed: what a query returns is checked, not asserted.

/** Timestamps leave the pool as PostgreSQL writes them, with their offset. */
export const instant = z
  .string()
  .transform((text) => new Date(text))
  .refine((date) => !Number.isNaN(date.getTime()), 'is no time');
const optionalInstant = instant.nullable();

/** The columns of a coupon and its book, under the names that `couponColumns` gives them. */
export const couponRow = z.object({
  id: z.string(),
  serial: z.int(),
  number: z.string(),
  totalQuantity: z.int(),
  issuedQuantity: z.int(),
  quantity: z.int(),
  status: z.enum(couponStatuses),
  startsAt: instant,
  endsAt: instant,
  useWithinDays: z.int(),
  readingDays: z.int(),
  bookId: z.string(),
  title: z.string(),
  author: z.string(),
  description: z.string(),
  coverUrl: z.string().nullable(),
});
export type CouponRow = z.infer<typeof couponRow>;

/** The columns of a pass, under the names that `passColumns` gives them. */
export const passRow = z.object({
  couponId: z.string(),
  sequence: z.int(),
  userId: z.string(),
  code: z.string(),
  isUsed: z.boolean(),
  createdAt: instant,
  expiresAt: instant,
  usedAt: optionalInstant,
  readableUntil: optionalInstant,
  revokedAt: optionalInstant,
});
export type PassRow = z.infer<typeof passRow>;

/** For `select … from coupon c join book b`. */
export const couponColumns = `
  c.id, c.serial, c.number, c.total_quantity as "totalQuantity", c.issued_quantity as "issuedQuantity", c.quantity,
  c.status, c.starts_at as "startsAt", c.ends_at as "endsAt", c.use_within_days as "useWithinDays",
  c.reading_days as "readingDays", b.id as "bookId", b.title, b.author, b.description, b.cover_url as "coverUrl"`;

/** For `select … from user_coupon p`, or after `returning` where the table is called `p`. */
export const passColumns = `
  p.coupon_id as "couponId", p.sequence, p.user_id as "userId", p.code, p.is_used as "isUsed",
  p.created_at as "createdAt", p.expires_at as "expiresAt", p.used_at as "usedAt",
  p.readable_until as "readableUntil", p.revoked_at as "revokedAt"`;
