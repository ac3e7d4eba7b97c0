import { defineEntity, p, type InferEntity, type Opt } from '@mikro-orm/core';
import { BookEntity } from '#catalog/book.entity.js';

export const couponStatuses = ['ACTIVE', 'PAUSED', 'COMPLETE'] as const;
export type CouponStatus = (typeof couponStatuses)[number];

/** LISTED leaves the page when COMPLETE; KEPT stays, as sold out, until it ends; UNLISTED is known by its number only. */
export const couponVisibilities = ['LISTED', 'KEPT', 'UNLISTED'] as const;
export type CouponVisibility = (typeof couponVisibilities)[number];

/** One drop of passes for one book. */
export const CouponEntity = defineEntity({
  name: 'Coupon',
  tableName: 'coupon',
  properties: {
    id: p.uuid().primary(),
    /** Opens the code of every pass of this coupon; given by the database. */
    serial: p.integer().$type<Opt<number>>().generated('always as identity').unique(),
    book: () => p.manyToOne(BookEntity),
    number: p.string().length(32).unique(),
    totalQuantity: p.integer(),
    issuedQuantity: p.integer().default(0),
    /** What is left. */
    quantity: p.integer().$type<Opt<number>>().generated('(total_quantity - issued_quantity) stored'),
    status: p.enum(couponStatuses).default('ACTIVE'),
    visibility: p.enum(couponVisibilities).default('LISTED'),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    /** Days after its issue in which a pass can be used. */
    useWithinDays: p.integer(),
    /** Days of reading after use. */
    readingDays: p.integer(),
    createdAt: p.datetime().defaultRaw('now()'),
    /** How many revoked passes went back to stock; each raised totalQuantity by one. */
    returnedQuantity: p.integer().default(0),
    /** Raised by edits of staff alone; issuing leaves it. */
    version: p.integer().version().default(1),
    /** The batch of printed codes that it was made for. */
    batchId: p.uuid().nullable(),
    /** The recurring drop that it was made by, and for which of its days. */
    recurringDropId: p.uuid().nullable(),
    dropDay: p.date().nullable(),
  },
});

export type Coupon = InferEntity<typeof CouponEntity>;
