/** The announcement that a coupon was changed or has run out; its text is the coupon's number. */
export const COUPON_CHANGED = 'coupon';
