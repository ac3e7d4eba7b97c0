import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { BookEntity } from '#catalog/book.entity.js';

export const batchStatuses = ['RUNNING', 'DONE', 'CANCELLED', 'FAILED'] as const;
export type BatchStatus = (typeof batchStatuses)[number];

/** Unlisted coupons for printed codes, made in the background. The row itself says what is still to be made. */
export const CouponBatchEntity = defineEntity({
  name: 'CouponBatch',
  tableName: 'coupon_batch',
  properties: {
    id: p.uuid().primary(),
    book: () => p.manyToOne(BookEntity),
    /** A coupon number in which each `?` becomes a character by chance. */
    pattern: p.string().length(32),
    /** How many coupons are wanted, and how many there are; raised in the transaction that makes them. */
    count: p.integer(),
    made: p.integer().default(0),
    /** Passes of each coupon. */
    totalQuantity: p.integer(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    useWithinDays: p.integer(),
    readingDays: p.integer(),
    status: p.enum(batchStatuses).default('RUNNING'),
    /** Why it failed, for people. */
    problem: p.text().nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
    finishedAt: p.datetime().nullable(),
  },
});

export type CouponBatchRow = InferEntity<typeof CouponBatchEntity>;
