import type { Database } from '#platform/database.js';

/**
 * Takes away every key, check and trigger that stands behind the row lock, as in a restored or hand-mended
 * database: for controls that must go wrong, and for rows that `verify` must find.
 */
export async function dropConstraints({ pool }: Pick<Database, 'pool'>): Promise<void> {
  await pool.query(`
    alter table user_coupon drop constraint user_coupon_pkey, drop constraint user_coupon_one_per_user,
      drop constraint user_coupon_code_unique, drop constraint user_coupon_coupon_id_fkey,
      drop constraint user_coupon_user_id_fkey;
    alter table coupon drop constraint coupon_quantity_check, drop constraint coupon_sold_out_is_complete;
    drop trigger coupon_issued_matches_rows on coupon;
    drop trigger coupon_returned_matches_rows on coupon;
    drop trigger user_coupon_is_counted on user_coupon;
    drop trigger user_coupon_keeps on user_coupon;
    drop trigger user_coupon_stays on user_coupon;
  `);
}
