/** Of one file. */
export const FILE_BYTES_MAX = 10 * 1024 * 1024;
/** Books and coupons in one file: they are written in one transaction. */
export const LINES_MAX = 20_000;
