import type { Pool } from 'pg';
import { z } from 'zod';
import { couponList, staffCouponRow } from '#admin/coupons/coupon-list.js';
import type { StaffPassRow } from '#admin/user-coupons/user-coupon-list.js';
import type { StaffUserCoupon } from '#admin/user-coupons/user-coupons.types.js';
import { userList, userRow } from '#admin/users/user-list.js';
import { groupCode } from '#coupons/pass-code.js';
import { passId } from '#coupons/present.js';

/**
 * The public shape of passes. Whatever part of them asks for coupons or readers, one statement for each brings those
 * of all of them.
 */
export function presentPasses(pool: Pool, passes: readonly StaffPassRow[]): (pass: StaffPassRow) => StaffUserCoupon {
  const coupons = together(
    passes.map(({ couponId }) => couponId),
    async (ids) =>
      z
        .array(staffCouponRow)
        .parse(
          (await pool.query(`select ${couponList.columns} from ${couponList.from} where c.id = any($1::uuid[])`, [ids]))
            .rows,
        ),
  );
  const users = together(
    passes.map(({ userId }) => userId),
    async (ids) =>
      z
        .array(userRow)
        .parse(
          (await pool.query(`select ${userList.columns} from ${userList.from} where u.id = any($1::uuid[])`, [ids]))
            .rows,
        ),
  );
  return (pass) => {
    const {
      sequence,
      code,
      isUsed,
      createdAt,
      expiresAt,
      usedAt,
      readingDays,
      readableUntil,
      revokedAt,
      returnedToStock,
    } = pass;
    return {
      id: passId(pass),
      coupon: () => coupons(pass.couponId),
      user: () => users(pass.userId),
      sequence,
      code: groupCode(code),
      isUsed,
      createdAt,
      expiresAt,
      usedAt,
      readingDays,
      readableUntil,
      revokedAt,
      returnedToStock,
    };
  };
}

/** Looks all of them up when the first is asked for. */
function together<Row extends { readonly id: string }>(
  ids: readonly string[],
  find: (ids: readonly string[]) => Promise<readonly Row[]>,
): (id: string) => Promise<Row> {
  let finding: Promise<Map<string, Row>> | undefined;
  return async (id) => {
    finding ??= find([...new Set(ids)]).then((rows) => new Map(rows.map((row) => [row.id, row])));
    const found = (await finding).get(id);
    if (!found) throw new Error('a foreign key leads nowhere');
    return found;
  };
}
