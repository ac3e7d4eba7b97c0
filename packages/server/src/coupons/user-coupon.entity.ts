import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { UserEntity } from '#auth/user.entity.js';
import { CouponEntity } from '#coupons/coupon.entity.js';

/** The pass that one reader holds. Rows are added by the issuing engine alone and never deleted. */
export const UserCouponEntity = defineEntity({
  name: 'UserCoupon',
  tableName: 'user_coupon',
  properties: {
    coupon: () => p.manyToOne(CouponEntity).primary(),
    /** 1…issuedQuantity without gaps, in the order of issue. */
    sequence: p.integer().primary(),
    user: () => p.manyToOne(UserEntity),
    code: p.string().length(24),
    /** The coupon's reading days when this pass was issued: a later edit takes nothing from its holder. */
    readingDays: p.integer(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    usedAt: p.datetime().nullable(),
    isUsed: p.boolean().generated('(used_at is not null) stored'),
    readableUntil: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
    /** Revoked, and given to the next reader as another pass. */
    returnedToStock: p.boolean().default(false),
  },
});

export type UserCoupon = InferEntity<typeof UserCouponEntity>;
