import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { BookEntity } from '#catalog/book.entity.js';
import { couponVisibilities } from '#coupons/coupon.entity.js';

/** A coupon for each of its days, made ahead in the background. The window is computed by PostgreSQL, in its zone. */
export const RecurringDropEntity = defineEntity({
  name: 'RecurringDrop',
  tableName: 'recurring_drop',
  properties: {
    id: p.uuid().primary(),
    book: () => p.manyToOne(BookEntity),
    /** `NOON-{YYYYMMDD}` */
    numberPattern: p.string().length(40),
    /** `12:00:00`, on the clocks of the zone. */
    timeOfDay: p.time(),
    /** A name of the IANA database: `Asia/Seoul`. */
    zone: p.text(),
    /** ISO 8601: 1 is Monday. */
    days: p.array(Number, String).columnType('smallint[]'),
    openMinutes: p.integer(),
    /** Passes of each day. */
    totalQuantity: p.integer(),
    visibility: p.enum(couponVisibilities).default('LISTED'),
    useWithinDays: p.integer(),
    readingDays: p.integer(),
    startsOn: p.date(),
    endsOn: p.date().nullable(),
    isPaused: p.boolean().default(false),
    version: p.integer().version().default(1),
    createdAt: p.datetime().defaultRaw('now()'),
  },
});

export type RecurringDropRow = InferEntity<typeof RecurringDropEntity>;
