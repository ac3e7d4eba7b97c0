/** A coupon has no more passes than this, however often it is topped up. */
export const TOTAL_MAX = 100_000_000;
/** Of using and of reading a pass. */
export const DAYS_MAX = 3650;
